package casebook.query.projection;

/** One complete set of a projection's collections. A rebuild fills the next one while this one serves. */
record Generation(String projection, int number) {

    /** Of its processor, token, progress and dead letters. */
    String key() {
        return projection + suffix();
    }

    String collection(String baseName) {
        return baseName + suffix();
    }

    private String suffix() {
        return ".g" + number;
    }
}
