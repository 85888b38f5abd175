package casebook.benchmarks.reads;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Asks the service at a fixed rate, then plain documents one question at a time, and prints a row of a table for each. */
final class Questions {

    private static final String ANALYST = "ANALYST";
    private static final int RATE = 50;
    private static final int WARM_UPS = 50;
    private static final long WARM_UP_NANOS = 3_000_000_000L;
    private static final long PLAIN_NANOS = 10_000_000_000L;
    private static final int PLAIN_TIMES = 20;

    private final Client client;
    private final Report report;
    private final Goals goals;
    private final Load load;

    Questions(Client client, Report report, Goals goals, Load load) {
        this.client = client;
        this.report = report;
        this.goals = goals;
        this.load = load;
    }

    void ask(List<Question> questions) {
        report.table("question", "asked/s", "p50 ms", "p99 ms", "KB", "plain p50 ms", "times as fast", "goal");
        questions.forEach(question -> {
            try {
                ask(question);
            } catch (IllegalStateException | CompletionException unanswered) {
                report.row(
                        question.title(),
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        goals.failed(String.valueOf(unanswered.getMessage())));
            }
        });
    }

    private void ask(Question question) {
        var turns = new AtomicInteger();
        var bytes = new AtomicInteger();
        var sustained = sustained(question, turns);
        // What has a goal is asked as the goal says, even where no answer could be computed so often.
        var perSecond = question.goal() > 0 ? load.perSecond() : Math.min(load.perSecond(), sustained);
        if (isToBeMeasured() && perSecond >= 1) {
            answers(question, new Load(perSecond, Math.ceilDiv(load.seconds(), 3)), turns, bytes);
        }
        var answers = answers(question, new Load(perSecond, load.seconds()), turns, bytes);
        var plain = plain(question.plain());
        var times = plain / answers.millis(0.5);
        report.row(
                question.title(),
                perSecond,
                answers.millis(0.5),
                answers.millis(0.99),
                bytes.get() / 1024,
                plain > 0 ? plain : "",
                plain > 0 ? times : "",
                verdict(question, perSecond, answers, times));
    }

    /** How many a second all processors together can answer: more would only wait. */
    private double sustained(Question question, AtomicInteger turns) {
        var end = System.nanoTime() + WARM_UP_NANOS;
        var fastest = Long.MAX_VALUE;
        while (turns.get() < 2 || isToBeMeasured() && turns.get() < WARM_UPS && System.nanoTime() < end) {
            var path = question.path().apply(turns.get());
            var start = System.nanoTime();
            var answer = client.page(path, ANALYST).join();
            fastest = Math.min(fastest, System.nanoTime() - start);
            if (turns.getAndIncrement() == 0 && Rows.of(answer) < question.rows()) {
                throw new IllegalStateException("%s has less than %,d rows".formatted(path, question.rows()));
            }
        }
        return 1e9 * Runtime.getRuntime().availableProcessors() / fastest;
    }

    private Latencies answers(Question question, Load asked, AtomicInteger turns, AtomicInteger bytes) {
        return asked.run(_ -> client.page(question.path().apply(turns.getAndIncrement()), ANALYST)
                .thenApply(answer -> {
                    bytes.set(answer.body().length);
                    return true;
                }));
    }

    /** Else it is only seen that there are answers. */
    private boolean isToBeMeasured() {
        return load.seconds() > 0;
    }

    /** The median in milliseconds, or 0 where there is no such question. */
    private double plain(@Nullable IntConsumer question) {
        if (question == null) {
            return 0;
        }
        question.accept(0);
        var nanos = new ArrayList<Long>();
        var end = System.nanoTime() + PLAIN_NANOS;
        do {
            var start = System.nanoTime();
            question.accept(nanos.size());
            nanos.add(System.nanoTime() - start);
        } while (isToBeMeasured() && nanos.size() < PLAIN_TIMES && System.nanoTime() < end);
        return Latencies.of(nanos.stream().mapToLong(Long::longValue).toArray()).millis(0.5);
    }

    private String verdict(Question question, double perSecond, Latencies answers, double times) {
        var verdicts = new ArrayList<String>();
        var asAsked = load.perSecond() >= RATE;
        if (answers.failed() > 0) {
            verdicts.add(goals.failed("%,d answers".formatted(answers.failed())));
        }
        if (question.goal() > 0) {
            var slow = answers.millis(0.99);
            verdicts.add(goals.verdict(
                    String.format(Locale.ROOT, "p99 < %.0f ms at %d/s", question.goal(), RATE),
                    asAsked,
                    perSecond >= RATE && slow < question.goal(),
                    String.format(Locale.ROOT, "%.1f ms at %.1f/s", slow, perSecond)));
        }
        if (question.times() > 0) {
            verdicts.add(goals.verdict(
                    String.format(Locale.ROOT, "%.0f times as fast", question.times()),
                    asAsked,
                    times >= question.times(),
                    String.format(Locale.ROOT, "%.1f times", times)));
        }
        return String.join(", ", verdicts);
    }
}
