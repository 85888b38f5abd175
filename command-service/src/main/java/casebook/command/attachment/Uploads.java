package casebook.command.attachment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.set;

import casebook.events.ExhibitId;
import casebook.events.FileId;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;

/**
 * The uploads that are under way, or were when their process died: collection {@code attachment_uploads}. An upload stands here before its first byte is kept, until an
 * event names its file or the file is gone.
 */
public final class Uploads {

    private static final String EXHIBIT = "exhibit";
    private static final String SINCE = "since";
    private static final String GIVEN_UP = "givenUp";

    private final MongoCollection<Document> uploads;

    public Uploads(MongoDatabase database) {
        this.uploads =
                database.getCollection("attachment_uploads").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    void begin(FileId file, ExhibitId exhibit, Instant now) {
        uploads.insertOne(new Document("_id", file.toString())
                .append(EXHIBIT, exhibit.toString())
                .append(SINCE, Date.from(now))
                .append(GIVEN_UP, false));
    }

    /** Gives an upload all the time of a new one; false if it was given up, so that its file must not be named in the ledger. */
    boolean goesOn(FileId file, Instant now) {
        var mine = and(eq(file.toString()), eq(GIVEN_UP, false));
        return uploads.updateOne(mine, set(SINCE, Date.from(now))).getMatchedCount() == 1;
    }

    /** Gives up an upload of which nothing was heard since before an instant: from then on no event can come to name its file. */
    Optional<Upload> giveUp(Instant before) {
        var given = uploads.findOneAndUpdate(
                lt(SINCE, Date.from(before)),
                set(GIVEN_UP, true),
                new FindOneAndUpdateOptions().sort(ascending(SINCE)));
        return Optional.ofNullable(given)
                .map(found -> new Upload(
                        new FileId(UUID.fromString(found.getString("_id"))),
                        new ExhibitId(UUID.fromString(found.getString(EXHIBIT)))));
    }

    void end(FileId file) {
        uploads.deleteOne(eq(file.toString()));
    }

    /** A file on its way to an exhibit. */
    record Upload(FileId file, ExhibitId exhibit) {}
}
