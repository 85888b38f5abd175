package casebook.query.statistics.projection;

import casebook.query.projection.Documents;
import casebook.query.projection.LedgerEvent;
import casebook.query.projection.ModelCollections;
import casebook.query.statistics.Addend;
import casebook.query.statistics.Breakdown;
import casebook.query.statistics.DatedCell;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** What a batch changes in the sums of one grain. Each takes an event's change only if it does not reflect that event yet. */
final class Sums {

    private final Grain grain;
    private final MongoCollection<Document> collection;
    private final Map<String, List<Change>> changes = new LinkedHashMap<>();

    Sums(Grain grain, ModelCollections collections) {
        this.grain = grain;
        this.collection = collections.of(grain.collection());
    }

    boolean areOfYears() {
        return grain.isOfYears();
    }

    void add(LedgerEvent event, Addend addend) {
        change(new Change(event, grain.of(addend.where()), addend.figures(), true));
    }

    void subtract(LedgerEvent event, Addend addend) {
        change(new Change(event, grain.of(addend.where()), addend.figures(), false));
    }

    private void change(Change change) {
        changes.computeIfAbsent(SumFields.id(grain, change.over()), _ -> new ArrayList<>())
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
            documents.put(SumFields.write(grain, last.over(), figures), last.event());
        }
    }

    private record Change(LedgerEvent event, DatedCell over, Breakdown breakdown, boolean added) {

        void applyTo(Breakdown figures) {
            if (added) {
                figures.add(breakdown);
            } else {
                figures.subtract(breakdown);
            }
        }
    }
}
