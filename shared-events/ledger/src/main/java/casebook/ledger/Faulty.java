package casebook.ledger;

import casebook.ledger.LedgerFault.Kind;

/** Carries a fault from where it is found to where the verification ends. */
final class Faulty extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient LedgerFault fault;

    private Faulty(LedgerFault fault) {
        super(fault.detail(), null, false, false);
        this.fault = fault;
    }

    static Faulty at(long index, Kind kind, String detail) {
        return among(index, index + 1, kind, detail);
    }

    static Faulty among(long index, long end, Kind kind, String detail) {
        return new Faulty(new LedgerFault(index, end, kind, detail));
    }

    LedgerFault fault() {
        return fault;
    }
}
