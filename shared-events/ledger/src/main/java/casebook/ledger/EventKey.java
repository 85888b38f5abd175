package casebook.ledger;

/** What is unique in the ledger: one aggregate has one event of each sequence number. */
record EventKey(String aggregate, long sequence) {

    @Override
    public String toString() {
        return "aggregate " + aggregate + ", sequence " + sequence;
    }
}
