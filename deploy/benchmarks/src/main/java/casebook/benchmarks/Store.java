package casebook.benchmarks;

/** What is measured. */
enum Store {
    LEDGER("ledger"),
    AXON_MONGO("axon-mongo"),
    JDBC("JDBC on PostgreSQL"),
    RAW("raw driver");

    private final String label;

    Store(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
