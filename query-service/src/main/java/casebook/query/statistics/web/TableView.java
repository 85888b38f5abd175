package casebook.query.statistics.web;

/** A table as it is answered in JSON. */
interface TableView {

    /** The same figures as a sheet. */
    SheetRows sheet();
}
