package casebook.query.statistics.projection;

import casebook.query.projection.Documents;
import casebook.query.projection.LedgerEvent;
import casebook.query.projection.ModelCollections;
import casebook.query.statistics.Breakdown;
import casebook.query.statistics.DatedCell;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** What a batch changes in the sums over periods of one kind. Each takes an event's change only if it does not reflect that event yet. */
final class Sums {

    private final Period period;
    private final MongoCollection<Document> collection;
    private final Map<String, List<Change>> changes = new LinkedHashMap<>();

    Sums(Period period, ModelCollections collections) {
        this.period = period;
        this.collection = collections.of(period.collection());
    }

    void add(LedgerEvent event, DatedCell where, Breakdown breakdown) {
        change(new Change(event, where, breakdown, true));
    }

    void subtract(LedgerEvent event, DatedCell where, Breakdown breakdown) {
        change(new Change(event, where, breakdown, false));
    }

    private void change(Change change) {
        changes.computeIfAbsent(SumFields.id(period, change.where()), _ -> new ArrayList<>())
                .add(change);
    }

    void write() {
        var documents = Documents.prefetch(collection, changes.keySet());
        changes.forEach((id, inOrder) -> apply(documents, id, inOrder));
        documents.write();
    }

    private void apply(Documents documents, String id, List<Change> inOrder) {
        var pending = inOrder.stream()
                .filter(change -> !documents.reflects(id, change.event()))
                .toList();
        if (!pending.isEmpty()) {
            var figures = SumFields.figures(documents.get(id));
            pending.forEach(change -> change.applyTo(figures));
            var last = pending.getLast();
            documents.put(SumFields.write(period, last.where(), figures), last.event());
        }
    }

    private record Change(LedgerEvent event, DatedCell where, Breakdown breakdown, boolean added) {

        void applyTo(Breakdown figures) {
            if (added) {
                figures.add(breakdown);
            } else {
                figures.subtract(breakdown);
            }
        }
    }
}
