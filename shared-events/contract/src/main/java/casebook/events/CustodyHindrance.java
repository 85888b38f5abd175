package casebook.events;

import java.util.Locale;

/** Why something may not be done with an exhibit, whatever quantity is stated. */
public enum CustodyHindrance {
    /** Somebody was offered it and has not answered yet. */
    TRANSFER_PENDING,
    /** Nobody is offered it. */
    NO_TRANSFER_PENDING,
    NOT_THE_CUSTODIAN,
    NOT_THE_RECEIVER,
    /** All that was seized has left. */
    NOTHING_HELD;

    /** As a refusal names it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
