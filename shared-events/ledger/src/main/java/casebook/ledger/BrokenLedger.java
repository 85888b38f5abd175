package casebook.ledger;

/** The stored ledger contradicts its invariants. Nothing that is read after this point can be relied on. */
public final class BrokenLedger extends RuntimeException {

    BrokenLedger(String message) {
        super(message);
    }

    BrokenLedger(String message, Throwable cause) {
        super(message, cause);
    }
}
