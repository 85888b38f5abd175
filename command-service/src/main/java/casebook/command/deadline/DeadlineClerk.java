package casebook.command.deadline;

import casebook.command.deadline.OpenDeadlines.Due;
import casebook.command.handling.Outcome;
import casebook.events.CaseDeadlineMissed;
import casebook.events.CaseId;
import casebook.events.DeadlineKind;
import casebook.events.DeadlineMissed;
import casebook.events.ExhibitDeadlineMissed;
import casebook.events.ExhibitId;
import casebook.events.IncidentDeadlineMissed;
import casebook.events.IncidentId;
import casebook.events.ReferralId;
import casebook.events.SeizureId;
import casebook.events.TransferId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what is due into breaches. It may die anywhere and be started again: only the aggregate says what is recorded, and what was recorded comes back
 * through the ledger.
 */
final class DeadlineClerk {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineClerk.class);
    private static final int SIDE_BY_SIDE = 32;

    private final OpenDeadlines deadlines;
    private final Breaches breaches;
    private final DeadlineMetrics metrics;
    private final Clock clock;

    DeadlineClerk(OpenDeadlines deadlines, Breaches breaches, DeadlineMetrics metrics, Clock clock) {
        this.deadlines = deadlines;
        this.breaches = breaches;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Records all that is due by now. */
    void work() {
        var now = clock.instant();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var kind : DeadlineKind.values()) {
                recordAll(kind, now, threads);
            }
        }
        metrics.measure(deadlines, clock.instant());
    }

    /** Each once: what got no answer is tried again in the next round, after what was not tried yet. */
    private void recordAll(DeadlineKind kind, Instant now, ExecutorService threads) {
        List<Due> page;
        while (!(page = deadlines.due(kind, now, SIDE_BY_SIDE)).isEmpty()) {
            deadlines.tried(page, now);
            deadlines.rest(putAll(page, threads));
        }
    }

    private List<Due> putAll(List<Due> page, ExecutorService threads) {
        var asked = page.stream()
                .map(due -> threads.submit((Callable<Optional<Due>>) () -> put(due)))
                .toList();
        return asked.stream().flatMap(one -> answer(one).stream()).toList();
    }

    private Optional<Due> put(Due due) {
        try {
            if (breaches.put(breach(due, clock.instant())) instanceof Outcome.Recorded) {
                metrics.missed(due.deadline().kind());
            }
            return Optional.of(due);
        } catch (RuntimeException e) {
            LOG.warn(
                    "The breach {} could not be recorded; it is tried again",
                    due.deadline().key(),
                    e);
            return Optional.empty();
        }
    }

    private static Optional<Due> answer(Future<Optional<Due>> one) {
        try {
            return one.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DeadlineMissed breach(Due due, Instant now) {
        var deadline = due.deadline();
        var id = UUID.fromString(deadline.aggregate());
        var part = deadline.part();
        return switch (deadline.kind()) {
            case FIRST_REPORT, FOLLOW_UP, ACCEPTANCE, LAB_RESULT ->
                new IncidentDeadlineMissed(
                        new IncidentId(id),
                        deadline.kind(),
                        due.at(),
                        now,
                        part == null ? null : new SeizureId(part),
                        due.clock());
            case REFERRAL_ANSWER, RESOLUTION ->
                new CaseDeadlineMissed(
                        new CaseId(id),
                        deadline.kind(),
                        due.at(),
                        now,
                        part == null ? null : new ReferralId(part),
                        due.clock());
            case CUSTODY_TRANSFER ->
                new ExhibitDeadlineMissed(
                        new ExhibitId(id),
                        new TransferId(Objects.requireNonNull(due.transfer())),
                        deadline.kind(),
                        due.at(),
                        now);
        };
    }
}
