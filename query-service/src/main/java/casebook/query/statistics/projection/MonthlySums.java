package casebook.query.statistics.projection;

import casebook.query.projection.Documents;
import casebook.query.projection.LedgerEvent;
import casebook.query.statistics.DatedCell;
import casebook.query.statistics.Measures;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.Document;

/** What a batch changes in the sums. Each sum takes an event's change only if it does not reflect that event yet. */
final class MonthlySums {

    private final MongoCollection<Document> collection;
    private final Map<Month, List<Change>> changes = new LinkedHashMap<>();

    MonthlySums(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    void add(LedgerEvent event, DatedCell to, Measures measures) {
        change(to, new Change(event, month -> month.add(to.day().getDayOfMonth(), measures)));
    }

    void subtract(LedgerEvent event, DatedCell from, Measures measures) {
        change(from, new Change(event, month -> month.subtract(from.day().getDayOfMonth(), measures)));
    }

    private void change(DatedCell where, Change change) {
        changes.computeIfAbsent(Month.of(where), _ -> new ArrayList<>()).add(change);
    }

    void write() {
        var documents = Documents.prefetch(
                collection, changes.keySet().stream().map(Month::id).toList());
        changes.forEach((month, inOrder) -> apply(documents, month, inOrder));
        documents.write();
    }

    private static void apply(Documents documents, Month month, List<Change> inOrder) {
        var id = month.id();
        var pending = inOrder.stream()
                .filter(change -> !documents.reflects(id, change.event()))
                .toList();
        if (!pending.isEmpty()) {
            var sum = MonthSum.read(documents.get(id));
            pending.forEach(change -> change.apply().accept(sum));
            documents.put(sum.write(month), pending.getLast().event());
        }
    }

    private record Change(LedgerEvent event, Consumer<MonthSum> apply) {}
}
