package casebook.query.audit.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static reactor.core.publisher.FluxSink.OverflowStrategy.LATEST;

import casebook.http.Problem;
import casebook.http.ProblemException;
import casebook.ledger.LedgerVerifier;
import casebook.ledger.Verification;
import casebook.ledger.VerificationProgress;
import casebook.query.access.AccessLog;
import casebook.query.platform.VirtualThreads;
import com.mongodb.MongoInterruptedException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Verifications of the whole ledger or of the access records, one at a time in this instance: each takes as much as MongoDB and a core can give. */
@Component
public final class Verifications {

    private final LedgerVerifier verifier;
    private final AccessLog accesses;
    private final JsonMapper json;
    private final MessageSource messages;
    private final Semaphore turn = new Semaphore(1);

    Verifications(LedgerVerifier verifier, AccessLog accesses, JsonMapper json, MessageSource messages) {
        this.verifier = verifier;
        this.accesses = accesses;
        this.json = json;
        this.messages = messages;
    }

    /**
     * Verifies the ledger as it is now, as fast as that goes, however fast the lines are taken: who is slow gets fewer of them. It stops when the
     * lines are cancelled.
     *
     * @return lines of JSON: how far it is, again and again, and the result at the end; fails with 409 while another verification runs
     */
    public Flux<DataBuffer> verify(Locale locale) {
        return lines(progress -> verifier.verify(List.of(), progress), locale);
    }

    /** The same for the records of who looked at what. */
    public Flux<DataBuffer> verifyAccesses(Locale locale) {
        return lines(accesses::verify, locale);
    }

    private Flux<DataBuffer> lines(Check check, Locale locale) {
        return Flux.create(
                        sink -> sink.onDispose(
                                verification(check, locale, sink).subscribe(sink::next, sink::error, sink::complete)),
                        LATEST)
                .map(this::line);
    }

    /** The turn ends with the work, not when its result is taken. */
    private Mono<Object> verification(Check check, Locale locale, FluxSink<Object> steps) {
        return Mono.using(
                this::takeTurn, _ -> VirtualThreads.call(() -> run(check, locale, steps)), Semaphore::release);
    }

    private Semaphore takeTurn() {
        if (!turn.tryAcquire()) {
            throw new ProblemException(Problem.of("verification-running", HttpStatus.CONFLICT));
        }
        return turn;
    }

    /** @return null if it was cancelled */
    private @Nullable Object run(Check check, Locale locale, FluxSink<Object> steps) {
        try {
            return result(check.verify((events, total) -> steps.next(new VerificationStep(events, total))), locale);
        } catch (InterruptedException | MongoInterruptedException nobodyWaits) {
            return null;
        }
    }

    private DataBuffer line(Object step) {
        return DefaultDataBufferFactory.sharedInstance.wrap((json.writeValueAsString(step) + "\n").getBytes(UTF_8));
    }

    private VerificationResult result(Verification verification, Locale locale) {
        var fault = verification.fault();
        return fault == null
                ? VerificationResult.sound(verification)
                : VerificationResult.broken(
                        verification,
                        fault,
                        messages.getMessage("verification." + fault.kind().name(), null, locale));
    }

    /** What is read from beginning to end. */
    private interface Check {

        Verification verify(VerificationProgress progress) throws InterruptedException;
    }

    /**
     * How far a verification is.
     *
     * @param events that were read and found right
     * @param total of events to read
     */
    private record VerificationStep(long events, long total) {}
}
