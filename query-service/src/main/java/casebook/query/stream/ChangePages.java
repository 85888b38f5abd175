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
import com.mongodb.client.model.Projections;
import java.util.HashMap;
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

    private static final int MOST = 256;
    private static final JsonMapper JSON = EventJson.mapper();
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final LedgerEvents ledger;
    private volatile Latest latest = new Latest(-1, -1, Mono.empty());

    ChangePages(LedgerEvents ledger) {
        this.ledger = ledger;
    }

    /** The changes from a position on, as far as the reading goes and a page holds. */
    Mono<ChangePage> from(long position, Reading reading) {
        var to = Math.min(reading.position(), position + MOST);
        var newest = latest;
        if (newest.from() == position && newest.to() == to) {
            return newest.page();
        }
        var page = read(position, to, reading).cache();
        latest = new Latest(position, to, page);
        return page;
    }

    private Mono<ChangePage> read(long from, long to, Reading reading) {
        return ledger.lines(from, to)
                .flatMap(lines -> whereabouts(lines, reading)
                        .map(known -> new ChangePage(
                                from,
                                to,
                                lines.stream().map(line -> change(line, known)).toList())));
    }

    private static Change change(LedgerLine line, Map<String, Whereabouts> known) {
        var ids = ids(line);
        var concerned = new HashMap<>(known);
        concerned
                .keySet()
                .retainAll(
                        Stream.concat(Stream.of(line.aggregate()), ids.stream()).toList());
        return new Change(line.index() + 1, line.type(), line.aggregate(), ids, concerned);
    }

    /** The ids that an event names beside that of its aggregate. */
    private static List<String> ids(LedgerLine line) {
        return texts(JSON.readTree(line.data()))
                .filter(text -> ID.matcher(text).matches() && !text.equals(line.aggregate()))
                .distinct()
                .toList();
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isString()
                ? Stream.of(node.stringValue())
                : node.valueStream().flatMap(ChangePages::texts);
    }

    private static Mono<Map<String, Whereabouts>> whereabouts(List<LedgerLine> lines, Reading reading) {
        var ids = lines.stream()
                .flatMap(line -> Stream.concat(Stream.of(line.aggregate()), ids(line).stream()))
                .distinct()
                .toList();
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

    /** The page that was read last, whether it has come or not. */
    private record Latest(long from, long to, Mono<ChangePage> page) {}
}
