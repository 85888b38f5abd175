package casebook.query.exports;

import static com.mongodb.client.model.Filters.eq;

import casebook.events.ProvinceCode;
import casebook.events.StationCode;
import casebook.http.Scope;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The codes of exports, kept beside the ledger: one document for every code, whatever the number of times the export was made. */
@Component
public final class ExportCodes {

    private static final String COLLECTION = "export_codes";
    private static final String TABLE = "table";
    private static final String FILTER = "filter";
    private static final String POSITION = "position";
    private static final String MADE_AT = "madeAt";
    private static final String HIDDEN = "hidden";
    private static final String PROVINCE = "province";
    private static final String STATION = "station";
    private static final String ALL = "all";

    private final MongoCollection<Document> codes;

    ExportCodes(MongoClient mongo, @Value("${casebook.database:casebook}") String database) {
        this.codes = mongo.getDatabase(database)
                .getCollection(COLLECTION)
                .withWriteConcern(WriteConcern.MAJORITY)
                .withReadConcern(ReadConcern.MAJORITY);
    }

    /** The code, once it is safe to hand it out. */
    public Mono<String> issue(Issued export) {
        var code = export.code();
        var document = new Document(TABLE, export.table())
                .append(FILTER, export.filter())
                .append(POSITION, export.position())
                .append(MADE_AT, export.madeAt())
                .append(HIDDEN, List.copyOf(export.hidden()));
        write(export.scope(), document);
        return Mono.from(codes.updateOne(
                        eq(code), new Document("$setOnInsert", document), new UpdateOptions().upsert(true)))
                .thenReturn(code);
    }

    /** What a code stands for; empty if it was never issued. */
    public Mono<Issued> find(String code) {
        return Mono.from(codes.find(eq(code)).first())
                .map(found -> new Issued(
                        found.getString(TABLE),
                        found.getString(FILTER),
                        scope(found),
                        Set.copyOf(found.getList(HIDDEN, String.class)),
                        found.getLong(POSITION),
                        found.get(MADE_AT, found.getLong(POSITION))));
    }

    private static void write(Scope scope, Document document) {
        switch (scope) {
            case Scope.All() -> document.append(ALL, true);
            case Scope.OfProvince(var province) -> document.append(PROVINCE, province.value());
            case Scope.OfStation(var station) -> document.append(STATION, station.value());
            case Scope.Nothing() -> {}
        }
    }

    private static Scope scope(Document document) {
        if (document.getBoolean(ALL, false)) {
            return new Scope.All();
        }
        if (document.containsKey(PROVINCE)) {
            return new Scope.OfProvince(new ProvinceCode(document.getString(PROVINCE)));
        }
        return document.containsKey(STATION)
                ? new Scope.OfStation(new StationCode(document.getString(STATION)))
                : new Scope.Nothing();
    }
}
