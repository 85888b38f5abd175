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
                    documents.put(new Document("_id", event.aggregate()).append("count", count), event);
                }
                if (second) {
                    rebuilt.incrementAndGet();
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
