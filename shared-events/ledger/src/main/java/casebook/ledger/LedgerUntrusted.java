package casebook.ledger;

/**
 * The stored ledger is not the one that was signed, so this process appends nothing any more: nothing of what was handed over was
 * written. An operator has to find out why.
 */
public final class LedgerUntrusted extends RuntimeException {

    private static final long serialVersionUID = 1;

    LedgerUntrusted(String reason) {
        super(reason);
    }
}
