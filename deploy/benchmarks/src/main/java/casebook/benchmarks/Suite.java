package casebook.benchmarks;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** All contests, and what is expected of them. */
final class Suite {

    static final String COMMITS = "find of the ledger's bytes";

    static final String WITHOUT_ROOTS = "ledger without roots";

    private static final String IN_BULK = "raw driver, insertMany of 256 by 1";
    private static final int BULK = 256;
    private static final int MANY_CALLERS = 64;

    private final Engines engines;
    private final Clock clock;
    private final String only;
    private final List<Contest> contests = new ArrayList<>();
    private final List<Goal> goals = new ArrayList<>();

    /** Fills the stores that are read. */
    Suite(Servers servers, Clock clock, Plan plan) {
        this.engines = new Engines(servers);
        this.clock = clock;
        this.only = plan.only();
        plan.callers().forEach(this::append);
        contests.add(new CommitLadder(servers).contest());
        List.of(plan.busy(), plan.quiet()).forEach(this::read);
    }

    List<Contest> contests() {
        return contests.stream().filter(this::isWanted).toList();
    }

    List<Goal> goals() {
        return goals.stream().filter(goal -> isWanted(goal.contest())).toList();
    }

    private boolean isWanted(Contest contest) {
        return contest.title().contains(only);
    }

    private void append(int callers) {
        Contest contest = contest("append, " + (callers == 1 ? "1 caller" : callers + " callers"));
        for (Store store : Store.values()) {
            contest.with(store, opened(store, "append", engine -> reporters(engine, callers, 1)));
        }
        contest.with(
                WITHOUT_ROOTS, with(() -> engines.withoutRoots("append"), engine -> reporters(engine, callers, 1)));
        if (callers == MANY_CALLERS) {
            contest.with(IN_BULK, opened(Store.RAW, "append", engine -> reporters(engine, 1, BULK)));
            goals.add(new Goal(contest, Store.LEDGER, Store.AXON_MONGO, 5));
            goals.add(new Goal(contest, Store.LEDGER, Store.JDBC, 1.5));
        }
    }

    private List<Operation> reporters(Engine engine, int count, int perAppend) {
        return IntStream.range(0, count)
                .<Operation>mapToObj(_ -> new Reporter(engine, clock, perAppend))
                .toList();
    }

    private void read(Dataset data) {
        for (Store store : Store.values()) {
            try (Engine engine = engines.open(store, data.name())) {
                data.appendTo(engine);
            }
        }
        LedgerDocuments ledger = engines.ledgerDocuments(data.name());
        load(data);
        replay(data, ledger);
        verify(data, ledger);
    }

    private void load(Dataset data) {
        int size = Dataset.EVENTS_OF_AN_AGGREGATE;
        Contest contest = contest("load of an aggregate of " + size + " events, " + data);
        for (Store store : Store.values()) {
            contest.with(
                    store,
                    opened(
                            store,
                            data.name(),
                            engine -> List.of(() -> checked(
                                    size, engine.load(data.anAggregate()).size()))));
        }
    }

    private void replay(Dataset data, LedgerDocuments ledger) {
        Contest contest = contest("replay with deserialisation, " + data);
        for (Store store : Store.values()) {
            contest.with(
                    store,
                    opened(
                            store,
                            data.name(),
                            engine -> List.of(() -> checked(data.events(), engine.replay(_ -> {})))));
        }
        contest.with(COMMITS, alone(() -> checked(data.events(), ledger.read())));
        goals.add(new Goal(contest, Store.LEDGER, Store.AXON_MONGO, 10));
        goals.add(new Goal(contest, Store.LEDGER, Store.RAW, 0.4));
    }

    private void verify(Dataset data, LedgerDocuments ledger) {
        Hashing hashing = new Hashing(ledger);
        Contest contest = contest("full verification, " + data)
                .with(Store.LEDGER, alone(() -> checked(data.events(), ledger.verify())))
                .with(COMMITS, alone(() -> checked(data.events(), ledger.read())))
                .with("hashing alone, in memory", alone(() -> checked(data.events(), hashing.run())));
        goals.add(new Goal(contest, Store.LEDGER, COMMITS, 0.6));
    }

    private Contest contest(String title) {
        Contest contest = new Contest(title);
        contests.add(contest);
        return contest;
    }

    private Contender opened(Store store, String name, Function<Engine, List<Operation>> callers) {
        return with(() -> engines.open(store, name), callers);
    }

    private static Contender with(Supplier<Engine> opened, Function<Engine, List<Operation>> callers) {
        return (meter, time) -> {
            try (Engine engine = opened.get()) {
                return meter.measure(callers.apply(engine), time);
            }
        };
    }

    private static Contender alone(Operation operation) {
        return (meter, time) -> meter.measure(List.of(operation), time);
    }

    /** A store that loses events would be fast. */
    private static int checked(int expected, int events) {
        if (events != expected) {
            throw new IllegalStateException(expected + " events are there, " + events + " were read");
        }
        return events;
    }
}
