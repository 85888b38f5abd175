package casebook.query.statistics.projection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;

import casebook.http.Caller;
import casebook.http.Scope;
import casebook.query.platform.ScopeFilter;
import casebook.query.platform.SealFilter;
import casebook.query.projection.Reading;
import casebook.query.statistics.CaseFacts;
import casebook.query.statistics.IncidentFacts;
import casebook.query.statistics.Sight;
import casebook.query.statistics.YearlyQuery;
import com.mongodb.ReadConcern;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is stored for one reading. */
public final class StatisticsModel {

    /** By itself MongoDB sends as many as make 16 MB, which take ten times as much memory until they are added up. */
    private static final int SUMS_AT_ONCE = 1_000;

    private static final IncidentFactsCodec INCIDENT_FACTS = new IncidentFactsCodec();
    private static final CaseFactsCodec CASE_FACTS = new CaseFactsCodec();

    private final Reading reading;

    public StatisticsModel(Reading reading) {
        this.reading = reading;
    }

    /** Tells what one rebuild made from what another did. */
    public String generation() {
        return reading.collection(Grain.TOTAL.collection()).getNamespace().getCollectionName();
    }

    /** The sums that were chosen, as they are now: some may be ahead of the reading's position. */
    public Flux<StoredSum> sums(SumChoice choice) {
        var start = choice.query().yearStart().day();
        var month = start.getMonthValue();
        return start.getDayOfMonth() == 1
                ? sums(choice.grain(), choice, empty())
                : sums(choice.grain(), choice, ne(SumFields.MONTH_OF_YEAR, month))
                        .concatWith(sums(Grain.DAY, choice, eq(SumFields.MONTH_OF_YEAR, month)));
    }

    private Flux<StoredSum> sums(Grain grain, SumChoice choice, Bson months) {
        return Flux.from(atOneMoment(grain.collection())
                        .find(and(cells(choice.query(), choice.scope()), years(grain, choice.query()), months))
                        .projection(choice.parts().projection())
                        .batchSize(SUMS_AT_ONCE))
                .map(stored -> SumFields.read(grain, stored));
    }

    /** The versions of incidents that events from an index on have made, and those that such events have replaced. */
    public Flux<StoredVersion<IncidentFacts>> incidentsChangedFrom(long index) {
        return changedFrom(index, StatisticsProjection.INCIDENTS, INCIDENT_FACTS);
    }

    /** The same of cases. */
    public Flux<StoredVersion<CaseFacts>> casesChangedFrom(long index) {
        return changedFrom(index, StatisticsProjection.CASES, CASE_FACTS);
    }

    private <F> Flux<StoredVersion<F>> changedFrom(long index, String collection, FactsCodec<F> codec) {
        var versions = atOneMoment(collection);
        return Flux.from(versions.find(gte("_id", VersionFields.firstId(index))))
                .map(VersionFields::of)
                .distinct()
                .collectList()
                .flatMapMany(
                        changed -> versions.find(and(in(VersionFields.ID_OF, changed), gte(VersionFields.TO, index))))
                .map(row ->
                        new StoredVersion<>(VersionFields.from(row), row.getLong(VersionFields.TO), codec.read(row)));
    }

    /**
     * The incidents as they were known at a position, of the years asked for.
     *
     * @param zone of the years
     */
    public Flux<IncidentFacts> incidentsKnownAt(long position, YearlyQuery query, Scope scope, ZoneId zone) {
        return Flux.from(atOneMoment(StatisticsProjection.INCIDENTS)
                        .find(and(VersionFields.knownAt(position), cells(query, scope), moments(query, zone))))
                .map(INCIDENT_FACTS::read);
    }

    /** The cases as they were known at a position. */
    public Flux<CaseFacts> casesKnownAt(long position, Sight sight) {
        return Flux.from(
                        atOneMoment(StatisticsProjection.CASES).find(and(VersionFields.knownAt(position), seen(sight))))
                .map(CASE_FACTS::read);
    }

    /** Those of them that count, but in no sum. */
    public Flux<CaseFacts> casesApartAt(long position, Sight sight) {
        return Flux.from(atOneMoment(StatisticsProjection.CASES)
                        .find(and(eq(CaseVersions.APART, true), VersionFields.knownAt(position), seen(sight))))
                .map(CASE_FACTS::read);
    }

    /** The ids of the cases that were sealed for others than the caller at a position. */
    public Mono<Set<String>> casesHiddenAt(long position, Caller caller) {
        var sealed = and(VersionFields.knownAt(position), SealFilter.hiddenFrom(caller));
        return Flux.from(atOneMoment(StatisticsProjection.CASES).distinct(VersionFields.ID_OF, sealed, String.class))
                .collect(Collectors.toSet());
    }

    /** What events of the indexes {@code from} up to and without {@code to} made of incidents, in order. */
    public Flux<Step<IncidentFacts>> incidentSteps(long from, long to, Scope scope) {
        return new Steps<>(atOneMoment(StatisticsProjection.INCIDENTS), INCIDENT_FACTS)
                .between(from, to, ScopeFilter.of(scope));
    }

    /** What such events made of cases, in order; an event may make several of these steps. */
    public Flux<Step<CaseFacts>> caseSteps(long from, long to, Sight sight) {
        return new Steps<>(atOneMoment(StatisticsProjection.CASES), CASE_FACTS).between(from, to, shown(sight));
    }

    /**
     * A version that is closed while an index is read by where versions end would be passed over, having moved behind what was read already; a sum that is
     * replaced might be read twice.
     */
    private MongoCollection<Document> atOneMoment(String collection) {
        return reading.collection(collection).withReadConcern(ReadConcern.SNAPSHOT);
    }

    /** Of no case is anything counted of which the scope covers no incident. */
    private static Bson seen(Sight sight) {
        return and(shown(sight), ScopeFilter.of(sight.scope(), CaseFactsCodec.OF_INCIDENTS));
    }

    private static Bson shown(Sight sight) {
        return nin(VersionFields.ID_OF, sight.hidden());
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

    private static Bson moments(YearlyQuery query, ZoneId zone) {
        var conditions = new ArrayList<Bson>(List.of(empty()));
        var firstYear = query.firstYearRead();
        if (firstYear != null) {
            conditions.add(gte(OccurrenceFields.AT, beginOf(firstYear, query, zone)));
        }
        if (query.to() != null) {
            conditions.add(lt(OccurrenceFields.AT, beginOf(query.to() + 1, query, zone)));
        }
        return and(conditions);
    }

    private static Date beginOf(int year, YearlyQuery query, ZoneId zone) {
        return Date.from(query.yearStart().firstDayOf(year).atStartOfDay(zone).toInstant());
    }

    private static Bson years(Grain grain, YearlyQuery query) {
        var conditions = new ArrayList<Bson>(List.of(empty()));
        var firstYear = query.firstYearRead();
        if (firstYear != null) {
            var first = query.yearStart().firstDayOf(firstYear);
            conditions.add(gte(SumFields.PERIOD, grain.text(first)));
        }
        if (query.to() != null) {
            var last = query.yearStart().lastDayOf(query.to());
            conditions.add(lte(SumFields.PERIOD, grain.text(last)));
        }
        return and(conditions);
    }
}
