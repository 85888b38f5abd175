package casebook.query.statistics.projection;

import static com.mongodb.client.model.Indexes.ascending;

import casebook.query.projection.CollectionSpec;
import casebook.query.projection.Documents;
import casebook.query.statistics.Breakdown;
import casebook.query.statistics.DatedCell;
import com.mongodb.client.model.IndexModel;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How a sum stands in a document. One in which nothing counts any more stays, for its position. */
final class SumFields {

    static final String PERIOD = "period";
    static final String MONTH_OF_YEAR = "monthOfYear";

    private SumFields() {}

    static CollectionSpec collection(Period period) {
        return CollectionSpec.of(
                period.collection(),
                new IndexModel(period == Period.MONTH ? ascending(PERIOD) : ascending(MONTH_OF_YEAR, PERIOD)));
    }

    static String id(Period period, DatedCell over) {
        var cell = over.cell();
        return String.join(
                "/",
                period.of(over.day()),
                cell.province().value(),
                cell.station().value(),
                cell.stationProvince().value(),
                cell.category().name(),
                cell.source() == null ? "" : cell.source().name());
    }

    static Document write(Period period, DatedCell over, Breakdown figures) {
        var document = new Document("_id", id(period, over))
                .append(PERIOD, period.of(over.day()))
                .append(MONTH_OF_YEAR, over.day().getMonthValue());
        CellFields.write(over.cell(), document);
        BreakdownFields.write(figures, document);
        return document;
    }

    /** @param stored null if nothing was counted yet */
    static Breakdown figures(@Nullable Document stored) {
        return stored == null ? new Breakdown() : BreakdownFields.read(stored);
    }

    static StoredSum read(Period period, Document stored) {
        return new StoredSum(
                period.firstDay(stored.getString(PERIOD)),
                CellFields.read(stored),
                stored.getLong(Documents.POSITION),
                BreakdownFields.read(stored));
    }
}
