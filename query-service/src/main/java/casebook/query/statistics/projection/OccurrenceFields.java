package casebook.query.statistics.projection;

import casebook.events.Item;
import casebook.query.statistics.Occurrence;
import java.util.Date;
import java.util.stream.Collectors;
import org.bson.Document;

/** How an occurrence stands in a document. */
final class OccurrenceFields {

    static final String AT = "at";
    private static final String ITEMS = "items";

    private OccurrenceFields() {}

    static void write(Occurrence occurrence, Document document) {
        document.append(AT, Date.from(occurrence.at()))
                .append(
                        ITEMS,
                        occurrence.items().stream().map(Item::name).sorted().toList());
        CellFields.write(occurrence.cell(), document);
    }

    static Occurrence read(Document document) {
        return new Occurrence(
                document.getDate(AT).toInstant(),
                CellFields.read(document),
                document.getList(ITEMS, String.class).stream()
                        .map(Item::valueOf)
                        .collect(Collectors.toSet()));
    }
}
