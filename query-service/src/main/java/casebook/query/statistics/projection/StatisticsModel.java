package casebook.query.statistics.projection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import casebook.http.Scope;
import casebook.query.platform.ScopeFilter;
import casebook.query.projection.Documents;
import casebook.query.projection.Reading;
import casebook.query.statistics.CaseFacts;
import casebook.query.statistics.IncidentFacts;
import casebook.query.statistics.YearlyQuery;
import com.mongodb.client.model.Projections;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;

/** What is stored for one reading. */
public final class StatisticsModel {

    private static final IncidentFactsCodec INCIDENT_FACTS = new IncidentFactsCodec();
    private static final CaseFactsCodec CASE_FACTS = new CaseFactsCodec();

    private final Reading reading;

    public StatisticsModel(Reading reading) {
        this.reading = reading;
    }

    /** The sums of the months in which years of the table lie, as they are now: some may be ahead of the reading's position. */
    public Flux<StoredMonth> months(YearlyQuery query, Scope scope) {
        var byDay = query.yearStart().day().getDayOfMonth() != 1;
        return Flux.from(reading.collection(StatisticsProjection.MONTHS)
                        .find(and(cells(query, scope), months(query)))
                        .projection(byDay ? null : Projections.exclude(MonthSum.DAYS)))
                .map(stored -> month(stored, query));
    }

    private static StoredMonth month(Document stored, YearlyQuery query) {
        var month = MonthSum.month(stored);
        return new StoredMonth(
                month,
                CellFields.read(stored),
                stored.getLong(Documents.POSITION),
                query.yearStart().splits(month) ? MonthSum.days(stored) : Map.of(month.atDay(1), MonthSum.sum(stored)));
    }

    /** The versions of incidents that events from an index on have made, and those that such events have replaced. */
    public Flux<StoredVersion<IncidentFacts>> incidentsChangedFrom(long index) {
        var incidents = reading.collection(StatisticsProjection.INCIDENTS);
        return Flux.from(incidents.find(gte("_id", VersionFields.firstId(index))))
                .map(VersionFields::of)
                .distinct()
                .collectList()
                .flatMapMany(
                        changed -> incidents.find(and(in(VersionFields.ID_OF, changed), gte(VersionFields.TO, index))))
                .map(row -> new StoredVersion<>(
                        VersionFields.from(row), row.getLong(VersionFields.TO), INCIDENT_FACTS.read(row)));
    }

    /** The incidents as they were known at a position. */
    public Flux<IncidentFacts> incidentsKnownAt(long position, YearlyQuery query, Scope scope) {
        return Flux.from(reading.collection(StatisticsProjection.INCIDENTS)
                        .find(and(VersionFields.knownAt(position), cells(query, scope))))
                .map(INCIDENT_FACTS::read);
    }

    /** The cases as they were known at a position. */
    public Flux<CaseFacts> casesKnownAt(long position) {
        return Flux.from(reading.collection(StatisticsProjection.CASES).find(VersionFields.knownAt(position)))
                .map(CASE_FACTS::read);
    }

    private static Bson cells(YearlyQuery query, Scope scope) {
        var conditions = new ArrayList<Bson>(List.of(ScopeFilter.of(scope)));
        if (query.province() != null) {
            conditions.add(eq(CellFields.PROVINCE, query.province().value()));
        }
        if (query.station() != null) {
            conditions.add(eq(ScopeFilter.STATION, query.station().value()));
        }
        if (query.category() != null) {
            conditions.add(eq(CellFields.CATEGORY, query.category().name()));
        }
        return and(conditions);
    }

    private static Bson months(YearlyQuery query) {
        var conditions = new ArrayList<Bson>(List.of(empty()));
        if (query.from() != null) {
            var first = YearMonth.from(query.yearStart().firstDayOf(query.from()));
            conditions.add(gte(MonthSum.MONTH, MonthSum.number(first)));
        }
        if (query.to() != null) {
            var last = YearMonth.from(query.yearStart().lastDayOf(query.to()));
            conditions.add(lte(MonthSum.MONTH, MonthSum.number(last)));
        }
        return and(conditions);
    }
}
