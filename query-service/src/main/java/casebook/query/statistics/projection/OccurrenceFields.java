package casebook.query.statistics.projection;

import casebook.query.statistics.Occurrence;
import java.util.Date;
import org.bson.Document;

/** How an occurrence stands in a document. */
final class OccurrenceFields {

    static final String AT = "at";

    private OccurrenceFields() {}

    static void write(Occurrence occurrence, Document document) {
        document.append(AT, Date.from(occurrence.at()));
        CellFields.write(occurrence.cell(), document);
    }

    static Occurrence read(Document document) {
        return new Occurrence(document.getDate(AT).toInstant(), CellFields.read(document));
    }
}
