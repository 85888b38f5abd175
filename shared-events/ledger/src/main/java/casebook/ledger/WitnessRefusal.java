package casebook.ledger;

/** A witness answered, and there is no cosignature in it. */
final class WitnessRefusal extends Exception {

    private static final long serialVersionUID = 1;

    WitnessRefusal(String message) {
        super(message);
    }
}
