package casebook.query.stream;

import static com.mongodb.client.model.Filters.in;

import casebook.events.EventJson;
import casebook.ledger.LedgerLine;
import casebook.query.cases.projection.CaseDocument;
import casebook.query.cases.projection.CasesProjection;
import casebook.query.exhibits.projection.ExhibitsProjection;
import casebook.query.incidents.projection.IncidentsProjection;
import casebook.query.platform.ScopeFilter;
import casebook.query.platform.SealFilter;
import casebook.query.projection.LedgerEvents;
import casebook.query.projection.Reading;
import casebook.query.stations.projection.StationsProjection;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.model.Projections;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads changes page by page. Who has caught up asks for the page that others ask for, too: it is read once. */
final class ChangePages {

    static final String[] PROJECTIONS = {
        IncidentsProjection.NAME, CasesProjection.NAME, ExhibitsProjection.NAME, StationsProjection.NAME
    };

    /** So that what a slow listener has not taken yet is some tens of kilobytes at most. */
    static final int MOST = 128;

    private static final int MOST_SHARED = 64;
    private static final Duration SHARED_FOR = Duration.ofSeconds(10);
    private static final Duration FOR_EVER = Duration.ofMillis(Long.MAX_VALUE);
    private static final JsonMapper JSON = EventJson.mapper();
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final LedgerEvents ledger;
    private final EventText text;
    private final Cache<Stretch, Mono<ChangePage>> shared = Caffeine.newBuilder()
            .maximumSize(MOST_SHARED)
            .expireAfterWrite(SHARED_FOR)
            .build();

    ChangePages(LedgerEvents ledger, EventText text) {
        this.ledger = ledger;
        this.text = text;
    }

    /**
     * The changes from a position on, as far as the reading goes and a page holds. Seals are events, so what was read at one position of the reading
     * holds for all who ask at it, and for nobody later.
     *
     * @param end what is asked for ends there, if not before
     */
    Mono<ChangePage> from(long position, long end, Reading reading) {
        var to = Math.min(Math.min(reading.position(), end), position + MOST);
        return shared.get(
                new Stretch(position, to, reading.position()),
                _ -> read(position, to, reading).cache(_ -> FOR_EVER, _ -> Duration.ZERO, () -> Duration.ZERO));
    }

    private Mono<ChangePage> read(long from, long to, Reading reading) {
        return ledger.lines(from, to)
                .map(lines -> lines.stream().map(Named::of).toList())
                .flatMap(events -> whereabouts(events, reading)
                        .map(known -> new ChangePage(
                                from,
                                to,
                                events.stream().map(event -> event.with(known)).toList(),
                                text)));
    }

    private static Mono<Map<String, Whereabouts>> whereabouts(List<Named> events, Reading reading) {
        var ids = events.stream().flatMap(Named::all).distinct().toList();
        return Flux.concat(
                        found(reading, IncidentsProjection.INCIDENTS, ids, Whereabouts::of),
                        found(reading, ExhibitsProjection.EXHIBITS, ids, Whereabouts::of),
                        found(reading, StationsProjection.STATIONS, ids, Whereabouts::of),
                        found(
                                reading,
                                CasesProjection.CASES,
                                ids,
                                document -> Whereabouts.of(document, CaseDocument.INCIDENTS)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Flux<Map.Entry<String, Whereabouts>> found(
            Reading reading, String collection, List<String> ids, Function<Document, Whereabouts> read) {
        return Flux.from(reading.collection(collection)
                        .find(in("_id", ids))
                        .projection(Projections.include(
                                ScopeFilter.STATION,
                                ScopeFilter.STATION_PROVINCE,
                                SealFilter.OFFICERS,
                                CaseDocument.INCIDENTS)))
                .map(document -> Map.entry(document.getString("_id"), read.apply(document)));
    }

    /** @param read the position of the reading */
    private record Stretch(long from, long to, long read) {}

    /**
     * An event with the ids that it names.
     *
     * @param mentioned beside that of its aggregate
     */
    private record Named(LedgerLine line, List<String> mentioned) {

        static Named of(LedgerLine line) {
            var mentioned = texts(JSON.readTree(line.data()))
                    .filter(text -> ID.matcher(text).matches() && !text.equals(line.aggregate()))
                    .distinct()
                    .toList();
            return new Named(line, mentioned);
        }

        private static Stream<String> texts(JsonNode node) {
            return node.isString()
                    ? Stream.of(node.stringValue())
                    : node.valueStream().flatMap(Named::texts);
        }

        Stream<String> all() {
            return Stream.concat(Stream.of(line.aggregate()), mentioned.stream());
        }

        /** @param known may tell of other events' ids too */
        Change with(Map<String, Whereabouts> known) {
            return new Change(line.index() + 1, line.type(), line.aggregate(), mentioned, known);
        }
    }
}
