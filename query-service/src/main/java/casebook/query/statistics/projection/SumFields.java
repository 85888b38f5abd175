package casebook.query.statistics.projection;

import static com.mongodb.client.model.Indexes.ascending;

import casebook.query.platform.ScopeFilter;
import casebook.query.projection.CollectionSpec;
import casebook.query.projection.Documents;
import casebook.query.statistics.Breakdown;
import casebook.query.statistics.DatedCell;
import com.mongodb.client.model.IndexModel;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** How a sum stands in a document. One in which nothing counts any more stays, for its position. */
final class SumFields {

    static final String PERIOD = "period";
    static final String MONTH_OF_YEAR = "monthOfYear";

    private SumFields() {}

    static CollectionSpec collection(Grain grain) {
        return CollectionSpec.of(
                grain.collection(), indexed(grain).map(IndexModel::new).toArray(IndexModel[]::new));
    }

    /** A station and a province command have their own sums at hand, and whoever looks at a few years has theirs. */
    private static Stream<Bson> indexed(Grain grain) {
        return switch (grain) {
            case TOTAL -> Stream.of(ascending(PERIOD));
            case YEAR, MONTH ->
                Stream.of(
                        ascending(PERIOD),
                        ascending(ScopeFilter.STATION, PERIOD),
                        ascending(ScopeFilter.STATION_PROVINCE, PERIOD));
            case DAY -> Stream.of(ascending(MONTH_OF_YEAR, PERIOD));
        };
    }

    /** @param over as the grain has it */
    static String id(Grain grain, DatedCell over) {
        var cell = over.cell();
        return String.join(
                "/",
                grain.text(over.day()),
                cell.province().value(),
                cell.station().value(),
                cell.stationProvince().value(),
                cell.category().name(),
                cell.source() == null ? "" : cell.source().name());
    }

    /** @param over as the grain has it */
    static Document write(Grain grain, DatedCell over, Breakdown figures) {
        var document = new Document("_id", id(grain, over)).append(PERIOD, grain.text(over.day()));
        CellFields.write(over.cell(), document);
        BreakdownFields.write(figures, document);
        if (!grain.isOfYears()) {
            document.append(MONTH_OF_YEAR, over.day().getMonthValue());
            BreakdownFields.writeDelays(figures, document);
        }
        return document;
    }

    /** @param stored null if nothing was counted yet */
    static Breakdown figures(@Nullable Document stored) {
        return stored == null ? new Breakdown() : BreakdownFields.read(stored);
    }

    static StoredSum read(Grain grain, Document stored) {
        return new StoredSum(
                new DatedCell(grain.firstDay(stored.getString(PERIOD)), CellFields.read(stored)),
                stored.getLong(Documents.POSITION),
                BreakdownFields.read(stored));
    }
}
