package casebook.query.projection;

import casebook.events.NoteAdded;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;

/** Counts the notes of each case; can be poisoned, and kept from writing. */
final class NoteCounts implements Projection {

    static final String COUNTS = "note_counts";

    /** Texts of notes that it cannot digest. */
    final Set<String> poison = ConcurrentHashMap.newKeySet();

    /** A note by which its case becomes too large to be stored. */
    static final String BLOAT = "bloat";

    /** How often it fails yet when it may write early. */
    final AtomicInteger failures = new AtomicInteger();

    /** Batches that the second generation may write. */
    final Semaphore rebuilding = new Semaphore(Integer.MAX_VALUE / 2);

    /** How many events the second generation was given. */
    final AtomicInteger rebuilt = new AtomicInteger();

    private final int form;

    NoteCounts() {
        this(1);
    }

    NoteCounts(int form) {
        this.form = form;
    }

    @Override
    public String name() {
        return "notes";
    }

    @Override
    public int form() {
        return form;
    }

    @Override
    public List<CollectionSpec> collections() {
        return List.of(CollectionSpec.of(COUNTS));
    }

    @Override
    public Batch begin(ModelCollections collections, List<LedgerEvent> upcoming) {
        var collection = collections.of(COUNTS);
        var second = collection.getNamespace().getCollectionName().endsWith(".g2");
        var documents = Documents.prefetch(
                collection,
                upcoming.stream().map(LedgerEvent::aggregate).distinct().toList());
        return new Batch() {
            @Override
            public void apply(LedgerEvent event) {
                if (event.event() instanceof NoteAdded note && !documents.reflects(event.aggregate(), event)) {
                    if (poison.contains(note.text())) {
                        throw new IllegalStateException("Cannot digest " + note.text());
                    }
                    var before = documents.get(event.aggregate());
                    var count = before == null ? 1 : before.getInteger("count") + 1;
                    var document = new Document("_id", event.aggregate()).append("count", count);
                    if (note.text().equals(BLOAT)) {
                        document.append("text", "x".repeat(17 << 20));
                    }
                    documents.put(document, event);
                }
                if (second) {
                    rebuilt.incrementAndGet();
                }
            }

            @Override
            public void relieve() {
                if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    throw new IllegalStateException("not now");
                }
            }

            @Override
            public void write() {
                if (second && !rebuilding.tryAcquire()) {
                    throw new IllegalStateException("held up");
                }
                documents.write();
            }
        };
    }
}
