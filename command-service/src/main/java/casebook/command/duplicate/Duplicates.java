package casebook.command.duplicate;

import casebook.command.following.FollowedEvent;
import casebook.command.following.Follower;
import casebook.events.IncidentFiled;
import casebook.events.IncidentId;
import casebook.events.IncidentVoided;
import casebook.http.Scope;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Finds reports that may tell of the same incident, among the newest that were filed: on this instance from before they are recorded, on others as soon
 * as the ledger has them. It hints and never decides.
 */
@Component
public final class Duplicates implements Follower {

    private static final Logger LOG = LoggerFactory.getLogger(Duplicates.class);
    private static final int MOST = 5;
    private static final int MOST_OPENED = 8;
    private static final int ANSWERS = 10_000;

    private final Traces traces;
    private final Cache<IncidentId, Answer> answers =
            Caffeine.newBuilder().maximumSize(ANSWERS).build();
    private final Persons persons;
    private final DuplicateProperties properties;

    Duplicates(Persons persons, DuplicateProperties properties) {
        this.traces = new Traces(properties.remembered(), properties.memory().toBytes());
        this.persons = persons;
        this.properties = properties;
    }

    @Override
    public String name() {
        return "duplicates";
    }

    @Override
    public void take(List<FollowedEvent> events) {
        for (var event : events) {
            if (event.type() == IncidentFiled.class) {
                if (!traces.knows(new IncidentId(UUID.fromString(event.aggregate())))) {
                    traces.add(Trace.of((IncidentFiled) event.event()));
                }
            } else if (event.type() == IncidentVoided.class) {
                traces.remove(((IncidentVoided) event.event()).incident());
            }
        }
    }

    /** Takes note of a filing that is about to be recorded, so that others under way find it; gives what takes the note back. */
    public Runnable expect(IncidentFiled filing) {
        return traces.add(Trace.of(filing)) ? () -> traces.remove(filing.incident()) : () -> {};
    }

    /**
     * The likeliest duplicates of a filing that was recorded, in the scope, the likeliest first; blocks where persons must be compared. None where they
     * cannot be compared: the filing stands all the same.
     */
    public List<PossibleDuplicate> of(IncidentFiled filing, Scope scope) {
        try {
            return find(filing, scope);
        } catch (RuntimeException e) {
            LOG.warn("Duplicates of incident {} could not be looked for", filing.incident(), e);
            return List.of();
        }
    }

    private List<PossibleDuplicate> find(IncidentFiled filing, Scope scope) {
        var trace = Trace.of(filing);
        var near = traces.near(trace, properties.within()).stream()
                .filter(other -> scope.covers(other.station(), other.province()))
                .toList();
        if (near.isEmpty()) {
            return List.of();
        }
        var found = likeliest(trace, near);
        answers.put(filing.incident(), new Answer(scope, found));
        return found;
    }

    /** What was found when the incident was filed, for a caller of the same scope that files it again; nothing if that is long ago. */
    public List<PossibleDuplicate> again(IncidentId incident, Scope scope) {
        var answer = answers.getIfPresent(incident);
        return answer != null && answer.scope().equals(scope) ? answer.found() : List.of();
    }

    private List<PossibleDuplicate> likeliest(Trace trace, List<Trace> near) {
        var named = new Named(trace);
        return near.stream()
                .flatMap(named::compare)
                .sorted(Comparator.comparing(PossibleDuplicate::score).reversed())
                .limit(MOST)
                .toList();
    }

    private record Answer(Scope scope, List<PossibleDuplicate> found) {}

    /** A report and the persons that it names. Those of a few others are opened to compare, the nearest first. */
    private final class Named {

        private final Trace trace;
        private final Set<String> marks;
        private int opened;

        private Named(Trace trace) {
            this.trace = trace;
            this.marks = trace.persons().isEmpty() ? Set.of() : persons.of(trace.persons());
        }

        private Stream<PossibleDuplicate> compare(Trace other) {
            var likeness = Likeness.of(trace, other, properties.within(), false);
            if (!marks.isEmpty() && !other.persons().isEmpty() && opened < MOST_OPENED) {
                opened++;
                var same = persons.of(other.persons()).stream().anyMatch(marks::contains);
                likeness = Likeness.of(trace, other, properties.within(), same);
            }
            return likeness.isLikely() ? Stream.of(likeness.to(other)) : Stream.empty();
        }
    }
}
