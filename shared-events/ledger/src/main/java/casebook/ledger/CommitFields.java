package casebook.ledger;

/** The names in a commit's document, short because they are in every one. */
final class CommitFields {

    /** The index of the first event. */
    static final String ID = "_id";

    /** The number of events. */
    static final String COUNT = "n";

    static final String EVENTS = "events";
    static final String AGGREGATE = "a";
    static final String SEQUENCE = "s";
    static final String TYPE = "k";
    static final String LINE = "line";
    static final String TREE = "tree";
    static final String ROOT = "root";
    static final String FRONTIER = "frontier";

    /** Which run of which process wrote it; two writers never write equal documents. */
    static final String WRITER = "w";

    /** The running maximum of the events' times over the ledger up to and including this commit. */
    static final String TIME = "t";

    private CommitFields() {}
}
