package casebook.command.attachment;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import casebook.command.following.FollowedEvent;
import casebook.command.following.Follower;
import casebook.events.ExhibitFileAttached;
import casebook.events.ExhibitId;
import casebook.events.FileId;
import casebook.events.Sha256;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;

/**
 * Which file is to be checked when: collection {@code attachment_checks}, derived from the ledger, so that a file that is missing from the store is missed.
 */
public final class FileChecks implements Follower {

    private static final String NEXT = "next";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> checks;

    public FileChecks(MongoDatabase database) {
        this.checks = database.getCollection("attachment_checks");
    }

    void createIndexes() {
        checks.createIndex(Indexes.ascending(NEXT));
    }

    @Override
    public String name() {
        return "attachment-checks";
    }

    @Override
    public void take(List<FollowedEvent> events) {
        for (var event : events) {
            if (event.type() == ExhibitFileAttached.class) {
                add((ExhibitFileAttached) event.event(), event.at());
            }
        }
    }

    private void add(ExhibitFileAttached attached, Instant at) {
        checks.updateOne(
                eq(attached.file().toString()),
                combine(
                        setOnInsert("exhibit", attached.exhibit().toString()),
                        setOnInsert("sha256", attached.sha256().hex()),
                        setOnInsert(NEXT, Date.from(at))),
                UPSERT);
    }

    /** The file that has been due longest. */
    Optional<Check> next(Instant now) {
        var due = checks.find(lte(NEXT, Date.from(now))).sort(ascending(NEXT)).first();
        return Optional.ofNullable(due)
                .map(found -> new Check(
                        new FileId(UUID.fromString(found.getString("_id"))),
                        new ExhibitId(UUID.fromString(found.getString("exhibit"))),
                        new Sha256(found.getString("sha256"))));
    }

    void checked(FileId file, Instant next) {
        checks.updateOne(eq(file.toString()), set(NEXT, Date.from(next)));
    }

    /** A file and what its bytes must hash to. */
    record Check(FileId file, ExhibitId exhibit, Sha256 sha256) {}
}
