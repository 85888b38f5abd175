package casebook.query.exhibits;

/** What a step in a chain of custody did. */
public enum CustodyAction {
    ENTER,
    TRANSFER,
    RECEIVE,
    REFUSE,
    WEIGH,
    SAMPLE,
    DESTROY,
    RELEASE,
    /** A weighing differed by more than it may. */
    DISCREPANCY,
    /** An offer was not answered in time. */
    OVERDUE,
    ATTACH,
    /** The bytes of an attached file were found to be others. */
    ALTERED
}
