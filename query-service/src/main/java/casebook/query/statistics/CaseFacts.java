package casebook.query.statistics;

import casebook.events.CaseAbsorbed;
import casebook.events.CaseAssigned;
import casebook.events.CaseDeadlineMissed;
import casebook.events.CaseEvent;
import casebook.events.CaseIncident;
import casebook.events.CaseMerged;
import casebook.events.CaseMoved;
import casebook.events.CaseOpened;
import casebook.events.CaseSealed;
import casebook.events.CaseSeparated;
import casebook.events.CaseState;
import casebook.events.CaseUnmerged;
import casebook.events.CaseUnsealed;
import casebook.events.IncidentId;
import casebook.events.IncidentLinked;
import casebook.events.IncidentUnlinked;
import casebook.events.Item;
import casebook.events.LegalHoldPlaced;
import casebook.events.LegalHoldReleased;
import casebook.events.NoteAdded;
import casebook.events.ReferralAnswered;
import casebook.events.ReferralSent;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that statistics need to know of a case file: a fold of its events, and of those of its incidents.
 *
 * @param opened to the millisecond
 * @param closed to the millisecond; null while it is open, or open again
 * @param merged whether its incidents count with another case
 * @param sealedFor the names of those who alone may see it, auditors apart; null while it is not sealed
 * @param incidents those in it; one that does not count, being void, has no occurrence
 */
public record CaseFacts(
        Instant opened,
        @Nullable Instant closed,
        boolean merged,
        @Nullable List<String> sealedFor,
        Map<IncidentId, Optional<Occurrence>> incidents) {

    public CaseFacts {
        opened = opened.truncatedTo(ChronoUnit.MILLIS);
        closed = closed == null ? null : closed.truncatedTo(ChronoUnit.MILLIS);
        sealedFor = sealedFor == null ? null : List.copyOf(sealedFor);
        incidents = Collections.unmodifiableMap(new LinkedHashMap<>(incidents));
    }

    /**
     * @param before null before the case is opened
     * @param at when the event was recorded
     * @param counted where an incident counts at this moment
     * @throws IllegalArgumentException if the event cannot follow
     */
    public static CaseFacts after(
            @Nullable CaseFacts before,
            CaseEvent event,
            Instant at,
            Function<IncidentId, Optional<Occurrence>> counted) {
        if (before != null) {
            return before.after(event, at, counted);
        }
        if (event instanceof CaseOpened opened) {
            return new CaseFacts(at, null, false, null, Map.of()).with(opened.incidents(), counted);
        }
        throw new IllegalArgumentException("never opened: " + event.caseFile());
    }

    private CaseFacts with(Collection<CaseIncident> more, Function<IncidentId, Optional<Occurrence>> counted) {
        var facts = this;
        for (var linked : more) {
            facts = facts.with(linked.incident(), counted.apply(linked.incident()));
        }
        return facts;
    }

    private CaseFacts after(CaseEvent event, Instant at, Function<IncidentId, Optional<Occurrence>> counted) {
        return switch (event) {
            case CaseOpened opened -> throw new IllegalArgumentException("opened twice: " + opened.caseFile());
            case IncidentLinked linked -> {
                var incident = linked.incident().incident();
                yield with(incident, counted.apply(incident));
            }
            case IncidentUnlinked unlinked -> without(unlinked.incident());
            case CaseAbsorbed absorbed -> with(absorbed.incidents(), counted);
            case CaseSeparated separated -> {
                var facts = this;
                for (var gone : separated.incidents()) {
                    facts = facts.without(gone);
                }
                yield facts;
            }
            case CaseMerged _ -> new CaseFacts(opened, closed, true, sealedFor, incidents);
            case CaseUnmerged _ -> new CaseFacts(opened, closed, false, sealedFor, incidents);
            case CaseMoved moved ->
                new CaseFacts(opened, moved.to() == CaseState.CLOSED ? at : null, merged, sealedFor, incidents);
            case CaseSealed sealed -> new CaseFacts(opened, closed, merged, sealed.officers(), incidents);
            case CaseUnsealed _ -> new CaseFacts(opened, closed, merged, null, incidents);
            case CaseAssigned _, NoteAdded _, CaseDeadlineMissed _ -> this;
            case ReferralSent _, ReferralAnswered _, LegalHoldPlaced _, LegalHoldReleased _ -> this;
        };
    }

    /** With an incident, or another occurrence of one that is in it. */
    public CaseFacts with(IncidentId incident, Optional<Occurrence> occurrence) {
        var more = new LinkedHashMap<>(incidents);
        more.put(incident, occurrence);
        return new CaseFacts(opened, closed, merged, sealedFor, more);
    }

    private CaseFacts without(IncidentId incident) {
        var fewer = new LinkedHashMap<>(incidents);
        fewer.remove(incident);
        return new CaseFacts(opened, closed, merged, sealedFor, fewer);
    }

    /**
     * What the case adds to the sum of a calendar year and a cell, whoever asks. Nothing if it counts nowhere, or {@linkplain #isApart apart}.
     */
    public Optional<Addend> addend(ZoneId zone) {
        var years = counted().stream()
                .map(occurrence -> occurrence.in(zone).inYear())
                .distinct()
                .toList();
        return sealedFor == null && years.size() == 1
                ? Optional.of(new Addend(years.getFirst(), Breakdown.ofCase(itemGroups())))
                : Optional.empty();
    }

    private Set<Optional<Item>> itemGroups() {
        return counted().stream()
                .flatMap(occurrence -> occurrence.itemGroups().stream())
                .collect(Collectors.toSet());
    }

    /** Whether it counts, but no sum can hold it: it is sealed, or counts in more than one cell or year, once for who sees several. */
    public boolean isApart(ZoneId zone) {
        return !counted().isEmpty() && addend(zone).isEmpty();
    }

    /** Where the case counts. */
    public List<Occurrence> counted() {
        return merged
                ? List.of()
                : incidents.values().stream().flatMap(Optional::stream).toList();
    }
}
