package casebook.query.statistics.web;

import casebook.query.exports.Issued;

/** What is known of the export of a list: its rows are not kept as they were. */
record IssuedView(String list, String filter, long position) {

    static IssuedView of(Issued issued) {
        return new IssuedView(issued.table(), issued.filter(), issued.position());
    }
}
