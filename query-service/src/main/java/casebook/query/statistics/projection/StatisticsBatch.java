package casebook.query.statistics.projection;

import casebook.events.CaseEvent;
import casebook.events.ExhibitEvent;
import casebook.events.IncidentEvent;
import casebook.events.IncidentId;
import casebook.events.StationEvent;
import casebook.http.Role;
import casebook.query.projection.LedgerEvent;
import casebook.query.projection.ModelCollections;
import casebook.query.projection.Projection;
import casebook.query.statistics.CaseFacts;
import casebook.query.statistics.IncidentFacts;
import casebook.query.statistics.Occurrence;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Folds events into new versions of incidents and cases, and into changes of the sums. */
final class StatisticsBatch implements Projection.Batch {

    private final Versions<IncidentFacts> incidents;
    private final CaseVersions cases;
    private final List<Sums> sums;
    private final ModelCollections collections;
    private final ZoneId zone;

    private StatisticsBatch(
            Versions<IncidentFacts> incidents,
            CaseVersions cases,
            List<Sums> sums,
            ModelCollections collections,
            ZoneId zone) {
        this.incidents = incidents;
        this.cases = cases;
        this.sums = sums;
        this.collections = collections;
        this.zone = zone;
    }

    static StatisticsBatch begin(ModelCollections collections, List<LedgerEvent> upcoming, ZoneId zone) {
        var touched = Touched.by(upcoming);
        var first = upcoming.getFirst().index();
        var incidents = new Versions<>(collections.of(StatisticsProjection.INCIDENTS), new IncidentFactsCodec());
        incidents.prefetch(touched.incidents(), first);
        var cases = new CaseVersions(collections.of(StatisticsProjection.CASES), zone);
        cases.prefetch(touched.cases(), touched.changedIncidents(), first);
        var sums = Stream.of(Grain.values())
                .map(grain -> new Sums(grain, collections))
                .toList();
        return new StatisticsBatch(incidents, cases, sums, collections, zone);
    }

    @Override
    public void apply(LedgerEvent event) {
        switch (event.event()) {
            case IncidentEvent incident -> apply(event, incident);
            case CaseEvent caseFile -> apply(event, caseFile);
            case ExhibitEvent _, StationEvent _ -> {}
        }
    }

    private void apply(LedgerEvent place, IncidentEvent event) {
        var before = incidents.before(event.incident().toString(), place.index());
        var after = IncidentFacts.after(before, event, place.isBy(Role.ADMIN.name()) ? null : place.at());
        if (!after.equals(before)) {
            incidents.put(event.incident().toString(), place.index(), after);
            move(place, before, after);
            cases.of(event.incident(), place.index())
                    .forEach((id, caseFile) ->
                            keep(place, id, caseFile, caseFile.with(event.incident(), after.counted())));
        }
    }

    private void move(LedgerEvent place, @Nullable IncidentFacts before, IncidentFacts after) {
        if (before != null) {
            before.addend(zone).ifPresent(from -> sums.forEach(sum -> sum.subtract(place, from)));
        }
        after.addend(zone).ifPresent(to -> sums.forEach(sum -> sum.add(place, to)));
    }

    private void apply(LedgerEvent place, CaseEvent event) {
        var id = event.caseFile().toString();
        var before = cases.before(id, place.index());
        var after = CaseFacts.after(before, event, place.at(), incident -> countedBefore(incident, place.index()));
        keep(place, id, before, after);
    }

    private void keep(LedgerEvent place, String id, @Nullable CaseFacts before, CaseFacts after) {
        if (!after.equals(before)) {
            cases.put(id, place.index(), after);
            move(place, before, after);
        }
    }

    private void move(LedgerEvent place, @Nullable CaseFacts before, CaseFacts after) {
        if (before != null) {
            before.addend(zone).ifPresent(from -> sumsOfYears().forEach(sum -> sum.subtract(place, from)));
        }
        after.addend(zone).ifPresent(to -> sumsOfYears().forEach(sum -> sum.add(place, to)));
    }

    private Stream<Sums> sumsOfYears() {
        return sums.stream().filter(Sums::areOfYears);
    }

    private Optional<Occurrence> countedBefore(IncidentId incident, long index) {
        return Optional.ofNullable(incidents.before(incident.toString(), index)).flatMap(IncidentFacts::counted);
    }

    @Override
    public void write() {
        incidents.write();
        cases.write();
        collections.inTransaction(transaction -> sums.forEach(sum -> sum.write(transaction)));
    }
}
