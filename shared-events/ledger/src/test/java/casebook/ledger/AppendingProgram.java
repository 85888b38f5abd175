package casebook.ledger;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * A process that appends and says what was acknowledged, a line {@code <aggregate> <sequence> <index>} for each event, and
 * {@code refused <aggregate> <sequence>} for a conflict. It appends until it is killed or has appended enough.
 *
 * <p>It says {@code ready} and waits for a line before it begins, so that several can begin together.
 *
 * <p>Arguments: URI, database, events per caller, callers, prefix of the callers' own aggregates.
 */
final class AppendingProgram {

    private static final String SHARED = "shared";

    private final TestLedger ledger;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final AtomicLong shared = new AtomicLong();

    private AppendingProgram(TestLedger ledger) {
        this.ledger = ledger;
    }

    public static void main(String[] arguments) throws InterruptedException, IOException {
        int events = Integer.parseInt(arguments[2]);
        int callers = Integer.parseInt(arguments[3]);
        String prefix = arguments[4];
        try (TestLedger ledger =
                TestLedger.open(arguments[0], arguments[1], TestLedger.properties(Duration.ofSeconds(60)))) {
            AppendingProgram program = new AppendingProgram(ledger);
            ledger.reader.position();
            program.out.println("ready");
            System.in.read();
            CountDownLatch done = new CountDownLatch(callers);
            IntStream.range(0, callers)
                    .forEach(caller -> Thread.ofVirtual().start(() -> {
                        program.append(prefix + "-" + caller, events);
                        done.countDown();
                    }));
            done.await();
        }
    }

    /** Every other event goes to an aggregate that all processes fight for. */
    private void append(String own, int events) {
        for (int sequence = 0; sequence < events; sequence++) {
            append(own, (long) sequence);
            append(SHARED, shared.getAndIncrement());
        }
    }

    private void append(String aggregate, long sequence) {
        try {
            out.println(aggregate + " " + sequence + " "
                    + ledger.submit(aggregate, sequence).get());
        } catch (ExecutionException e) {
            out.println(
                    (e.getCause() instanceof DuplicateEvent ? "refused " : "unknown ") + aggregate + " " + sequence);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
