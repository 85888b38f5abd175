package casebook.query.audit.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import casebook.http.Problem;
import casebook.http.ProblemException;
import casebook.ledger.LedgerVerifier;
import casebook.ledger.Verification;
import casebook.ledger.VerificationProgress;
import casebook.query.access.AccessLog;
import casebook.query.platform.VirtualThreads;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.springframework.context.MessageSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
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
     * Verifies the ledger as it is now, as fast as the lines are taken, and stops when nobody takes them any more.
     *
     * @return lines of JSON: how far it is, again and again, and the result at the end; fails with 409 while another verification runs
     */
    public Flux<DataBuffer> verify(Locale locale) {
        return verify(progress -> verifier.verify(List.of(), progress), locale);
    }

    /** The same for the records of who looked at what. */
    public Flux<DataBuffer> verifyAccesses(Locale locale) {
        return verify(accesses::verify, locale);
    }

    private Flux<DataBuffer> verify(Check check, Locale locale) {
        return Flux.using(this::takeTurn, _ -> lines(check, locale), Semaphore::release);
    }

    private Semaphore takeTurn() {
        if (!turn.tryAcquire()) {
            throw new ProblemException(Problem.of("verification-running", HttpStatus.CONFLICT));
        }
        return turn;
    }

    private Flux<DataBuffer> lines(Check check, Locale locale) {
        return Flux.from(DataBufferUtils.outputStreamPublisher(
                out -> run(check, out, locale), DefaultDataBufferFactory.sharedInstance, VirtualThreads.EXECUTOR));
    }

    private void run(Check check, OutputStream out, Locale locale) {
        try {
            var verification = check.verify((events, total) -> write(new VerificationStep(events, total), out));
            write(result(verification, locale), out);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The verification was broken off", e);
        }
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

    private void write(Object line, OutputStream out) {
        try {
            out.write((json.writeValueAsString(line) + "\n").getBytes(UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
