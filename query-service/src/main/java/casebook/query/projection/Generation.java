package casebook.query.projection;

/**
 * One complete set of a projection's collections. A rebuild fills the next one while this one serves. The generations of each form of
 * the documents are counted apart, so that instances of two releases can run at the same time.
 */
record Generation(String projection, int form, int number) {

    /** Of its processor, token and dead letters. */
    String key() {
        return projection + suffix();
    }

    String collection(String baseName) {
        return baseName + suffix();
    }

    private String suffix() {
        return ofForm(form) + ".g" + number;
    }

    /** What tells the first form from others is nothing. */
    static String ofForm(int form) {
        return form == 1 ? "" : ".f" + form;
    }
}
