package casebook.query.audit.bundle;

/** The same words in the two languages of every document. */
record Bilingual(String vietnamese, String english) {

    boolean isOneWord() {
        return vietnamese.equals(english);
    }

    /** On one line. */
    String joined() {
        return isOneWord() ? vietnamese : vietnamese + " / " + english;
    }
}
