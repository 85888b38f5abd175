package casebook.benchmarks.reads;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks the service at a fixed rate, then plain documents one question at a time, and prints a row of a table for each. */
final class Questions {

    /** What is large comes compressed. */
    private static final Map<String, String> AS_BROWSERS = Map.of("Accept-Encoding", "gzip");

    private static final String ANALYST = "ANALYST";
    private static final int WARM_UPS = 50;
    private static final long WARM_UP_NANOS = 3_000_000_000L;
    private static final long PLAIN_NANOS = 10_000_000_000L;
    private static final int PLAIN_TIMES = 20;

    private final Client client;
    private final Report report;
    private final Load load;

    Questions(Client client, Report report, Load load) {
        this.client = client;
        this.report = report;
        this.load = load;
    }

    void ask(List<Question> questions) {
        report.table("question", "asked/s", "p50 ms", "p99 ms", "KB", "plain p50 ms", "times as fast", "goal");
        questions.forEach(this::ask);
    }

    private void ask(Question question) {
        var bytes = new AtomicInteger();
        var possible = sustained(question);
        answers(question, possible, Math.max(1, load.seconds() / 3), bytes);
        var answers = answers(question, possible, load.seconds(), bytes);
        var plain = plain(question);
        var times = plain.millis(0.5) / answers.millis(0.5);
        report.row(
                question.title(),
                possible,
                answers.millis(0.5),
                answers.millis(0.99),
                bytes.get() / 1024,
                plain.millis(0.5),
                String.format(Locale.ROOT, "%,.1f", times),
                verdict(question, possible, answers, times));
    }

    /** What all processors together can answer, where that is less than is asked for: more would only wait. */
    private int sustained(Question question) {
        var end = System.nanoTime() + WARM_UP_NANOS;
        var fastest = Long.MAX_VALUE;
        for (int number = 0; number < WARM_UPS && (number < 2 || System.nanoTime() < end); number++) {
            var start = System.nanoTime();
            client.body(question.path().apply(number), ANALYST);
            fastest = Math.min(fastest, System.nanoTime() - start);
        }
        var answers = 1_000_000_000L * Runtime.getRuntime().availableProcessors() / fastest;
        return (int) Math.clamp(answers, 1, load.perSecond());
    }

    private Latencies answers(Question question, int perSecond, int time, AtomicInteger bytes) {
        return new Load(perSecond, time)
                .run(number -> client.get(question.path().apply(number), ANALYST, AS_BROWSERS)
                        .thenApply(answer -> {
                            bytes.set(answer.body().length);
                            return answer.statusCode() == 200;
                        }));
    }

    private static Latencies plain(Question question) {
        question.plain().run();
        var nanos = new ArrayList<Long>();
        var end = System.nanoTime() + PLAIN_NANOS;
        do {
            var start = System.nanoTime();
            question.plain().run();
            nanos.add(System.nanoTime() - start);
        } while (nanos.size() < PLAIN_TIMES && System.nanoTime() < end);
        return Latencies.of(nanos.stream().mapToLong(Long::longValue).toArray());
    }

    private String verdict(Question question, int perSecond, Latencies answers, double times) {
        var goals = new ArrayList<String>();
        if (answers.failed() > 0) {
            goals.add(answers.failed() + " FAILED");
        }
        if (question.goal() > 0) {
            goals.add(Report.goal(
                    String.format(Locale.ROOT, "p99 < %.0f ms at %d/s", question.goal(), load.perSecond()),
                    perSecond == load.perSecond() && answers.millis(0.99) < question.goal()));
        }
        if (question.times() > 0) {
            goals.add(
                    Report.goal(String.format(Locale.ROOT, "%.0f times", question.times()), times >= question.times()));
        }
        return String.join(", ", goals);
    }
}
