package casebook.loader;

/** Sends a file of filings in one batch; when the batch breaks off, in another one from the first line without an answer. */
final class BatchLoad {
    private final CommandService service;
    private final Token token;
    private final Filings filings;
    private final Progress progress;
    private final Attempts attempts;
    private volatile Tally tally = Tally.NONE;

    BatchLoad(CommandService service, Token token, Filings filings, Progress progress, Patience patience) {
        this.service = service;
        this.token = token;
        this.filings = filings;
        this.progress = progress;
        this.attempts = new Attempts(token, patience, progress::notice);
    }

    /** How far it has come; may be asked from any thread. */
    Tally tally() {
        return tally;
    }

    boolean isComplete() {
        return tally.lastLine() >= filings.lastLine();
    }

    /** Returns once every line has its answer; throws what stands in the way of that. */
    void run() {
        try (RejectedLines rejected = new RejectedLines(filings)) {
            attempts.untilDone(() -> send(rejected));
        }
    }

    private void send(RejectedLines rejected) {
        long answered = tally.lastLine();
        service.batch(
                filings.format(),
                token.value(),
                () -> filings.contentAfter(answered),
                line -> take(Result.parse(line), rejected));
        if (!isComplete()) {
            throw new BrokenOff("The answer ended after line " + tally.lastLine());
        }
    }

    private void take(Result result, RejectedLines rejected) {
        if (result.outcome() == Result.Outcome.REJECTED) {
            rejected.add(result);
        }
        tally = tally.plus(result);
        attempts.progressed();
        progress.at(tally);
    }
}
