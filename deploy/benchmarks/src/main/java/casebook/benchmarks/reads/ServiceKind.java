package casebook.benchmarks.reads;

/** Which service. */
enum ServiceKind {
    COMMAND,
    QUERY
}
