package casebook.query.access;

import casebook.events.IncidentId;
import casebook.events.SubjectId;
import casebook.http.Problem;
import casebook.http.ProblemException;
import casebook.http.Role;
import casebook.ledger.RecordLog;
import casebook.ledger.Verification;
import casebook.ledger.VerificationProgress;
import casebook.query.access.Access.What;
import casebook.query.platform.ViewRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Records who looks at persons' data and who takes what out. What shows personal data in clear, or leaves as a file, is answered when its
 * record is durable; what is masked is answered before, so that a crash may lose the records of its last moments.
 */
@Component
public final class AccessLog {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
    private static final int LONGEST_PURPOSE = 1000;

    private final RecordLog<Access> records;
    private final Afterwards afterwards;
    private final Clock clock;

    AccessLog(RecordLog<Access> records, Afterwards afterwards, Clock clock) {
        this.records = records;
        this.afterwards = afterwards;
        this.clock = clock;
    }

    /**
     * That somebody reads a report and the persons in it; nothing where there are none.
     *
     * @return fails with 503 if personal data would be shown in clear and it cannot be recorded
     */
    public Mono<Void> incident(ViewRequest request, IncidentId incident, Collection<SubjectId> persons) {
        if (persons.isEmpty()) {
            return Mono.empty();
        }
        var clear = request.opensPersons();
        var report = entry(request, incident.toString(), clear ? What.INCIDENT : What.INCIDENT_MASKED);
        var each = of(request, persons, clear ? What.PERSON : What.PERSON_MASKED);
        var page = records.page(Stream.concat(Stream.of(report), each).toList());
        return clear ? durable(page) : afterwards.record(page);
    }

    /** That somebody sees that these persons are also in another report. */
    public Mono<Void> related(ViewRequest request, Collection<SubjectId> persons) {
        return unnamed(request, persons, What.RELATED_PERSON);
    }

    /** That somebody sees that these persons were seen with a vehicle. */
    public Mono<Void> companions(ViewRequest request, Collection<SubjectId> persons) {
        return unnamed(request, persons, What.VEHICLE_COMPANION);
    }

    /** That something leaves as a file. */
    Mono<Void> taken(ViewRequest request, String about, What what) {
        return durable(records.page(List.of(entry(request, about, what))));
    }

    /** Reads all records again and compares them with their tree and its checkpoints, the newest one that was kept outside too. Blocks. */
    public Verification verify(VerificationProgress progress) throws InterruptedException {
        try {
            return records.verify(progress);
        } catch (IOException e) {
            throw new UncheckedIOException("The file of the checkpoints of the access records cannot be read", e);
        }
    }

    private Mono<Void> unnamed(ViewRequest request, Collection<SubjectId> persons, What what) {
        return persons.isEmpty()
                ? Mono.empty()
                : afterwards.record(records.page(of(request, persons, what).toList()));
    }

    private Mono<Void> durable(RecordLog.Page page) {
        return Mono.fromFuture(() -> records.append(page)).onErrorMap(e -> {
            LOG.error("Personal data is not handed out, as that cannot be recorded: {}", e.toString());
            return new ProblemException(Problem.of("unavailable", HttpStatus.SERVICE_UNAVAILABLE));
        });
    }

    private Stream<RecordLog.Entry<Access>> of(ViewRequest request, Collection<SubjectId> persons, What what) {
        return persons.stream().distinct().map(person -> entry(request, person.toString(), what));
    }

    private RecordLog.Entry<Access> entry(ViewRequest request, String about, What what) {
        var caller = request.caller();
        var roles = caller.roles().stream().sorted().map(Role::name).collect(Collectors.joining(","));
        var purpose = request.purpose();
        var access = new Access(
                caller.name(),
                caller.subject(),
                roles,
                what,
                request.path(),
                purpose.substring(0, Math.min(purpose.length(), LONGEST_PURPOSE)),
                request.from());
        return new RecordLog.Entry<>(about, access, clock.instant());
    }
}
