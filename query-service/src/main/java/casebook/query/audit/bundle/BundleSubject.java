package casebook.query.audit.bundle;

import casebook.ledger.LedgerLine;

/** What a bundle can be about. */
public enum BundleSubject {
    CASE("case", "CaseOpened"),
    INCIDENT("incident", "IncidentFiled");

    private final String parameter;
    private final String firstEvent;

    BundleSubject(String parameter, String firstEvent) {
        this.parameter = parameter;
        this.firstEvent = firstEvent;
    }

    /** The query parameter that names it. */
    public String parameter() {
        return parameter;
    }

    boolean begins(LedgerLine line, String id) {
        return line.aggregate().equals(id)
                && line.sequence() == 0
                && line.type().equals(firstEvent);
    }
}
