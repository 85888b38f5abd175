package casebook.query.statistics.projection;

import casebook.events.Item;
import casebook.query.statistics.Breakdown;
import casebook.query.statistics.Measures;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/**
 * How a breakdown stands in a document: the figures of all, a list with those of each item, of which one may have no item, and, where it
 * is kept, how many reports took how many milliseconds.
 */
final class BreakdownFields {

    static final String ITEMS = "items";
    static final String DELAYS = "delays";
    private static final String ITEM = "item";
    private static final Comparator<Optional<Item>> BY_NAME =
            Comparator.comparing(item -> item.map(Item::name).orElse(""));

    private BreakdownFields() {}

    static void write(Breakdown breakdown, Document document) {
        MeasuresFields.write(breakdown.all(), document);
        if (!breakdown.byItem().isEmpty()) {
            document.append(
                    ITEMS,
                    breakdown.byItem().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey(BY_NAME))
                            .map(item -> item(item.getKey(), item.getValue()))
                            .toList());
        }
    }

    static void writeDelays(Breakdown breakdown, Document document) {
        if (!breakdown.delays().isEmpty()) {
            var delays = new Document();
            breakdown.delays().numbers().forEach((millis, number) -> delays.append(millis.toString(), number));
            document.append(DELAYS, delays);
        }
    }

    private static Document item(Optional<Item> item, Measures measures) {
        var document = new Document();
        item.ifPresent(seized -> document.append(ITEM, seized.name()));
        MeasuresFields.write(measures, document);
        return document;
    }

    static Breakdown read(Document document) {
        var breakdown = new Breakdown();
        breakdown.all().add(MeasuresFields.read(document));
        document.getList(ITEMS, Document.class, List.of())
                .forEach(item -> breakdown.add(
                        Optional.ofNullable(item.getString(ITEM)).map(Item::valueOf), MeasuresFields.read(item)));
        document.get(DELAYS, new Document())
                .forEach((millis, number) -> breakdown.delays().add(Long.parseLong(millis), (Long) number));
        return breakdown;
    }
}
