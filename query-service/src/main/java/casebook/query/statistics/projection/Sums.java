package casebook.query.statistics.projection;

import static com.mongodb.client.model.Filters.in;

import casebook.query.projection.Documents;
import casebook.query.projection.LedgerEvent;
import casebook.query.projection.ModelCollections;
import casebook.query.statistics.Addend;
import casebook.query.statistics.Breakdown;
import casebook.query.statistics.DatedCell;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

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

    /**
     * What is replaced is deleted and inserted: MongoDB takes both of many documents in groups, but replaces one after the other, which takes nearly three times as
     * long. The transaction shows nobody what is in between.
     */
    void write(ClientSession transaction) {
        if (changes.isEmpty()) {
            return;
        }
        var stored = new HashMap<String, Document>();
        collection
                .find(transaction, in("_id", changes.keySet()))
                .forEach(document -> stored.put(document.getString("_id"), document));
        var written = changes.entrySet().stream()
                .flatMap(sum -> changed(stored.get(sum.getKey()), sum.getValue()))
                .toList();
        var replaced = written.stream()
                .map(document -> document.getString("_id"))
                .filter(stored::containsKey)
                .toList();
        if (!replaced.isEmpty()) {
            collection.deleteMany(transaction, in("_id", replaced));
        }
        if (!written.isEmpty()) {
            collection.insertMany(transaction, written);
        }
    }

    private Stream<Document> changed(@Nullable Document stored, List<Change> inOrder) {
        var pending = inOrder.stream()
                .filter(change -> stored == null
                        || stored.getLong(Documents.POSITION) < change.event().position())
                .toList();
        if (pending.isEmpty()) {
            return Stream.empty();
        }
        var figures = SumFields.figures(stored);
        pending.forEach(change -> change.applyTo(figures));
        var last = pending.getLast();
        return Stream.of(SumFields.write(grain, last.over(), figures)
                .append(Documents.POSITION, last.event().position()));
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
