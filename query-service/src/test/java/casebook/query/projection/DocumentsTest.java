package casebook.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.query.LedgerFeed;
import casebook.query.Sample;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DocumentsTest {

    private final LedgerFeed feed = new LedgerFeed();
    private final MongoCollection<Document> collection = feed.database().getCollection("things");

    @AfterEach
    void close() {
        feed.close();
    }

    @Test
    void newerDocumentReplacesTheOlder() {
        write("a", "old", 3);
        write("a", "new", 5);
        assertThat(value("a")).isEqualTo("new");
    }

    @Test
    void documentThatAnotherInsertedMeanwhileIsReplacedOnlyIfItIsOlder() {
        var late = Documents.prefetch(collection, List.of("a", "b", "c"));
        write("a", "older", 2);
        write("b", "newer", 9);
        for (var id : List.of("a", "b", "c")) {
            late.put(new Document("_id", id).append("value", "late"), event(4));
        }
        late.write();
        assertThat(value("a")).isEqualTo("late");
        assertThat(value("b")).isEqualTo("newer");
        assertThat(value("c")).isEqualTo("late");
    }

    @Test
    void documentThatAnotherReplacedMeanwhileIsLeftAlone() {
        write("a", "first", 1);
        var late = Documents.prefetch(collection, List.of("a"));
        write("a", "newer", 9);
        late.put(new Document("_id", "a").append("value", "late"), event(4));
        late.write();
        assertThat(value("a")).isEqualTo("newer");
    }

    @Test
    void anyOtherDuplicateIsAFailure() {
        collection.createIndex(Indexes.ascending("value"), new IndexOptions().unique(true));
        write("a", "same", 1);
        assertThatThrownBy(() -> write("b", "same", 2)).isInstanceOf(MongoBulkWriteException.class);
    }

    @Test
    void documentReflectsTheEventsUpToItsPosition() {
        write("a", "first", 4);
        var documents = Documents.prefetch(collection, List.of("a", "b"));
        assertThat(documents.reflects("a", event(4))).isTrue();
        assertThat(documents.reflects("a", event(5))).isFalse();
        assertThat(documents.reflects("b", event(1))).isFalse();
    }

    @Test
    void documentThatIsTooLargeToBeStoredIsRefusedBeforeItIsKept() {
        var documents = Documents.prefetch(collection, List.of("a"));
        documents.put(text("a", 14_000_000), event(1));
        assertThatThrownBy(() -> documents.put(text("a", 16_000_000), event(2)))
                .hasMessageContaining("more than can be stored");
        assertThatThrownBy(() -> documents.put(
                        new Document("_id", "a").append("list", List.of(text("x", 16_000_000))), event(2)))
                .hasMessageContaining("more than can be stored");
        documents.write();
        assertThat(value("a")).hasSize(14_000_000);
    }

    @Test
    void whatIsSupersededIsWrittenBeforeItBecomesMuch() {
        var versions = feed.database().getCollection("versions");
        var documents = Documents.prefetch(collection, List.of("a"), new Superseded(versions, Document::new));
        for (int position = 1; position <= 8; position++) {
            documents.put(text("a", 1_000_000), event(position));
            documents.relieve();
        }
        assertThat(versions.countDocuments()).isEqualTo(6);
        assertThat(collection.countDocuments()).isZero();
        documents.write();
        assertThat(versions.countDocuments()).isEqualTo(7);
    }

    private static Document text(String id, int length) {
        return new Document("_id", id).append("value", "x".repeat(length));
    }

    private void write(String id, String value, long position) {
        var documents = Documents.prefetch(collection, List.of(id));
        documents.put(new Document("_id", id).append("value", value), event(position));
        documents.write();
    }

    private String value(String id) {
        var document = collection.find(new Document("_id", id)).first();
        return document == null ? "" : document.getString("value");
    }

    private static LedgerEvent event(long position) {
        return new LedgerEvent(
                position - 1, "id", Instant.EPOCH, "a", 0, Sample.note(Sample.caseFile(), "x"), Map.of());
    }
}
