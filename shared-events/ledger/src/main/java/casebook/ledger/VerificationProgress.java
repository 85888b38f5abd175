package casebook.ledger;

/** Is told how far a verification is, about once for every megabyte that was read. May take its time, to slow the verification down. */
@FunctionalInterface
public interface VerificationProgress {

    /**
     * Tells how far it is.
     *
     * @param events the number of events that were read and found right
     * @param total the number of events that will be read
     * @throws InterruptedException to break the verification off
     */
    void verified(long events, long total) throws InterruptedException;
}
