package casebook.ledger;

/** The ledger, or the append itself, already has an event of this aggregate with this sequence number, or of this id. */
final class DuplicateEvent extends RuntimeException {

    private final int place;

    /** @param place which event of the append it is, counted from 0 */
    DuplicateEvent(String message, int place) {
        super(message);
        this.place = place;
    }

    int place() {
        return place;
    }
}
