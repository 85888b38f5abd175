package casebook.query.statistics;

import casebook.events.EnterpriseAdded;
import casebook.events.IncidentAccepted;
import casebook.events.IncidentAmended;
import casebook.events.IncidentChanges;
import casebook.events.IncidentChanges.Clearable;
import casebook.events.IncidentDeadlineMissed;
import casebook.events.IncidentEvent;
import casebook.events.IncidentFiled;
import casebook.events.IncidentReturned;
import casebook.events.IncidentVoided;
import casebook.events.Item;
import casebook.events.LabRequested;
import casebook.events.LabResultRecorded;
import casebook.events.PersonalDataErased;
import casebook.events.SeizureAdded;
import casebook.events.SubjectAdded;
import casebook.events.SubjectOutcomeRecorded;
import casebook.events.SubjectRole;
import casebook.events.VehicleAdded;
import casebook.events.VictimReferred;
import casebook.events.VictimSupported;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that statistics need to know of an incident: a fold of its events. Two events that leave it equal change no figure.
 *
 * @param reported when its station reported it, to the millisecond; null where nobody did, as it was imported
 * @param occurrence its items are those of the seizures
 */
public record IncidentFacts(
        boolean voided,
        @Nullable Instant reported,
        Occurrence occurrence,
        Persons persons,
        Things vehicles,
        Things enterprises,
        List<Seized> seizures) {

    public IncidentFacts {
        seizures = List.copyOf(seizures);
        reported = reported == null ? null : reported.truncatedTo(ChronoUnit.MILLIS);
        occurrence = new Occurrence(occurrence.at(), occurrence.cell(), itemsOf(seizures));
    }

    private static Set<Item> itemsOf(List<Seized> seizures) {
        return seizures.stream().map(Seized::item).collect(Collectors.toSet());
    }

    /**
     * @param before null before the report is filed
     * @param reported when the event was recorded; null if that says nothing of how soon the station reports
     * @throws IllegalArgumentException if the event cannot follow
     */
    public static IncidentFacts after(@Nullable IncidentFacts before, IncidentEvent event, @Nullable Instant reported) {
        if (before != null) {
            return before.after(event);
        }
        if (event instanceof IncidentFiled filed) {
            return of(filed, reported);
        }
        throw new IllegalArgumentException("never filed: " + event.incident());
    }

    private static IncidentFacts of(IncidentFiled filed, @Nullable Instant reported) {
        var details = filed.details();
        var cell = new Cell(
                details.place().province(),
                filed.station(),
                filed.stationProvince(),
                details.category(),
                details.source());
        return new IncidentFacts(
                false,
                reported,
                new Occurrence(details.occurredAt().toInstant(), cell, Set.of()),
                new Persons(Persons.rolesOf(details.subjects()), details.unnamed()),
                new Things(details.vehicles().size(), details.vehicleCount()),
                new Things(details.enterprises().size(), details.enterpriseCount()),
                details.seizures().stream().map(Seized::of).toList());
    }

    IncidentFacts after(IncidentEvent event) {
        return switch (event) {
            case IncidentFiled filed -> throw new IllegalArgumentException("filed twice: " + filed.incident());
            case IncidentAmended amended -> amended(amended.changes());
            case SeizureAdded added ->
                with(Stream.concat(seizures.stream(), Stream.of(Seized.of(added.seizure())))
                        .toList());
            case SubjectAdded added ->
                new IncidentFacts(
                        voided, reported, occurrence, persons.plus(added.subject()), vehicles, enterprises, seizures);
            case VehicleAdded _ ->
                new IncidentFacts(voided, reported, occurrence, persons, vehicles.plusOne(), enterprises, seizures);
            case EnterpriseAdded _ ->
                new IncidentFacts(voided, reported, occurrence, persons, vehicles, enterprises.plusOne(), seizures);
            case IncidentReturned _, IncidentAccepted _ -> this;
            case SubjectOutcomeRecorded _, VictimSupported _, VictimReferred _ -> this;
            case LabRequested _, LabResultRecorded _, IncidentDeadlineMissed _, PersonalDataErased _ -> this;
            case IncidentVoided _ ->
                new IncidentFacts(true, reported, occurrence, persons, vehicles, enterprises, seizures);
        };
    }

    private IncidentFacts with(List<Seized> replaced) {
        return new IncidentFacts(voided, reported, occurrence, persons, vehicles, enterprises, replaced);
    }

    private IncidentFacts amended(IncidentChanges to) {
        return new IncidentFacts(
                voided,
                reported,
                amendedOccurrence(to),
                new Persons(
                        to.subjects() == null ? persons.listed() : Persons.rolesOf(to.subjects()),
                        to.unnamed() == null ? persons.unnamed() : to.unnamed()),
                new Things(
                        to.vehicles() == null
                                ? vehicles.listed()
                                : to.vehicles().size(),
                        to.vehicleCount() == null ? vehicles.unlisted() : to.vehicleCount()),
                new Things(
                        to.enterprises() == null
                                ? enterprises.listed()
                                : to.enterprises().size(),
                        to.enterpriseCount() == null ? enterprises.unlisted() : to.enterpriseCount()),
                to.seizures() == null
                        ? seizures
                        : to.seizures().stream().map(Seized::of).toList());
    }

    private Occurrence amendedOccurrence(IncidentChanges to) {
        var cell = occurrence.cell();
        var source = to.source() == null ? cell.source() : to.source();
        return new Occurrence(
                to.occurredAt() == null ? occurrence.at() : to.occurredAt().toInstant(),
                new Cell(
                        to.place() == null ? cell.province() : to.place().province(),
                        cell.station(),
                        cell.stationProvince(),
                        to.category() == null ? cell.category() : to.category(),
                        to.cleared().contains(Clearable.SOURCE) ? null : source),
                occurrence.items());
    }

    /** When and where the incident counts; a voided one does not. */
    public Optional<Occurrence> counted() {
        return voided ? Optional.empty() : Optional.of(occurrence);
    }

    /** Nothing if it is void. */
    public Optional<Addend> addend(ZoneId zone) {
        return counted().map(where -> new Addend(where.in(zone), breakdown()));
    }

    /** What the incident adds to the figures of the row in which it counts. */
    public Breakdown breakdown() {
        var counts = new Measures()
                .add(Count.INCIDENTS, 1)
                .add(Count.SUBJECTS, persons.count(SubjectRole::isOffender))
                .add(Count.ARRESTED, persons.count(SubjectRole.ARRESTED::equals))
                .add(Count.VICTIMS, persons.count(SubjectRole::isVictim))
                .add(Count.RESCUED, persons.count(SubjectRole.RESCUED::equals))
                .add(Count.MIGRANTS, persons.count(SubjectRole.SMUGGLED_MIGRANT::equals))
                .add(Count.VEHICLES, vehicles.count())
                .add(Count.ENTERPRISES, enterprises.count());
        return Breakdown.of(counts, seizures, delays());
    }

    /** How long it took to report it. */
    private Durations delays() {
        var delays = new Durations();
        if (reported != null) {
            delays.addBetween(occurrence.at(), reported);
        }
        return delays;
    }
}
