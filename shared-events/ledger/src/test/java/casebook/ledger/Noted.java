package casebook.ledger;

/** An event to test with. */
record Noted(String text) {

    static final String STORED_AS = "Noted";
}
