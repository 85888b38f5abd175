package casebook.command.web;

import casebook.command.handling.Outcome;
import casebook.command.handling.Refusal;
import casebook.command.handling.Standing;
import casebook.command.handling.Ticket;
import casebook.http.Fault;
import casebook.http.Problem;
import casebook.http.ProblemException;
import casebook.ledger.LedgerReader;
import java.net.URI;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Makes the caller's receipt of a command's outcome; the one place that says how each refusal is answered. */
public final class Receipts {

    /** Header with the ledger position after a write. */
    public static final String POSITION = "Casebook-Position";

    private final LedgerReader ledger;

    public Receipts(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /** @throws ProblemException if the command was refused */
    public Receipt of(Ticket ticket) {
        return switch (ticket.outcome()) {
            case Outcome.Recorded(var standing) -> Receipt.first(standing, Objects.requireNonNull(ticket.position()));
            case Outcome.Repeated(var standing) -> Receipt.repeated(standing, positionOf(standing));
            case Outcome.Unchanged(var standing) -> Receipt.repeated(standing, positionOf(standing));
            case Outcome.Refused(var refusal) -> throw refusal(refusal);
        };
    }

    private long positionOf(Standing standing) {
        return 1 + ledger.indexOf(standing.id(), standing.version() - 1).orElseThrow();
    }

    /** What a refused caller is answered. */
    public static ProblemException refusal(Refusal refusal) {
        return new ProblemException(problemOf(refusal));
    }

    private static Problem problemOf(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unknown() -> Problem.notFound();
            case Refusal.Forbidden() -> Problem.forbidden();
            case Refusal.IllegalTransition(var state, var allowed) ->
                Problem.of("illegal-transition", HttpStatus.CONFLICT, state).with("allowed", allowed);
            case Refusal.IdReused() -> Problem.of("id-reused", HttpStatus.CONFLICT);
            case Refusal.VersionMismatch(var version) ->
                Problem.of("version-mismatch", HttpStatus.PRECONDITION_FAILED).with("version", version);
            case Refusal.Invalid(var pointer, var code) -> Problem.invalid(Fault.at(pointer, code));
            case Refusal.CustodyImbalance(var balance) ->
                Problem.of("custody-imbalance", HttpStatus.CONFLICT)
                        .with("held", balance.held().toPlainString())
                        .with("unit", balance.unit().name());
            case Refusal.Conflict(var slug) -> Problem.of(slug, HttpStatus.CONFLICT);
        };
    }

    /** 200 with the receipt. */
    public static ResponseEntity<Receipt> ok(Receipt receipt) {
        return answer(HttpStatus.OK, receipt).body(receipt);
    }

    /** 201 with the receipt, or 200 if it was done before. */
    public static ResponseEntity<Receipt> created(Receipt receipt) {
        return answer(receipt.first() ? HttpStatus.CREATED : HttpStatus.OK, receipt)
                .body(receipt);
    }

    /** As {@link #created(Receipt)}, with the address of what was created. */
    public static ResponseEntity<Receipt> created(Receipt receipt, String location) {
        return answer(receipt.first() ? HttpStatus.CREATED : HttpStatus.OK, receipt)
                .location(URI.create(location))
                .body(receipt);
    }

    /** The answer to a write, with its position and version. */
    public static ResponseEntity.BodyBuilder answer(HttpStatus status, Receipt receipt) {
        return ResponseEntity.status(status)
                .header(POSITION, Long.toString(receipt.position()))
                .eTag(Long.toString(receipt.version()));
    }
}
