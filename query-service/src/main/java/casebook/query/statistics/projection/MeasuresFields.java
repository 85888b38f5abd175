package casebook.query.statistics.projection;

import casebook.events.CurrencyCode;
import casebook.events.Item;
import casebook.events.Unit;
import casebook.query.statistics.Count;
import casebook.query.statistics.Measures;
import casebook.query.statistics.SeizedItem;
import casebook.query.statistics.Tally;
import java.math.BigDecimal;
import org.bson.Document;

/** How measures stand in a document: decimals as text, what is zero left out. */
final class MeasuresFields {

    private static final String VALUE = "value";
    private static final String SEIZURES = "seizures";
    private static final String ENTRIES = "entries";
    private static final String SUM = "sum";

    private MeasuresFields() {}

    /** Adds the measures' members to a document. */
    static void write(Measures measures, Document document) {
        for (var count : Count.values()) {
            if (measures.of(count) != 0) {
                document.append(count.key(), measures.of(count));
            }
        }
        if (!measures.value().isEmpty()) {
            var value = new Document();
            measures.value().forEach((currency, tally) -> value.append(currency.value(), tally(tally)));
            document.append(VALUE, value);
        }
        if (!measures.seizures().isEmpty()) {
            var seizures = new Document();
            measures.seizures().forEach((seized, tally) -> seizures.append(key(seized), tally(tally)));
            document.append(SEIZURES, seizures);
        }
    }

    static Measures read(Document document) {
        var measures = new Measures();
        for (var count : Count.values()) {
            if (document.containsKey(count.key())) {
                measures.add(count, document.getLong(count.key()));
            }
        }
        var none = new Document();
        var value = document.get(VALUE, none);
        value.keySet()
                .forEach(currency ->
                        measures.addValue(new CurrencyCode(currency), tally(value.get(currency, Document.class))));
        var seizures = document.get(SEIZURES, none);
        seizures.keySet()
                .forEach(seized -> measures.addSeizures(seized(seized), tally(seizures.get(seized, Document.class))));
        return measures;
    }

    private static String key(SeizedItem seized) {
        return seized.item().name() + " " + seized.unit().name();
    }

    private static SeizedItem seized(String key) {
        var space = key.indexOf(' ');
        return new SeizedItem(Item.valueOf(key.substring(0, space)), Unit.valueOf(key.substring(space + 1)));
    }

    private static Document tally(Tally tally) {
        return new Document(ENTRIES, tally.entries()).append(SUM, tally.text());
    }

    private static Tally tally(Document document) {
        return new Tally(document.getLong(ENTRIES), new BigDecimal(document.getString(SUM)));
    }
}
