package casebook.command.casefile;

import static com.mongodb.client.model.Filters.eq;

import casebook.events.CaseDetails;
import casebook.events.CaseId;
import casebook.events.IncidentId;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.UUID;
import org.bson.Document;

/**
 * Which cases were ever asked to be put under legal hold, so that those that are can be found. A case is noted before its hold is recorded and stays noted; what
 * holds it is told by the ledger alone.
 */
public final class HeldCases {

    private final MongoCollection<Document> noted;
    private final CaseDirectory cases;

    HeldCases(MongoDatabase database, CaseDirectory cases) {
        this.noted = database.getCollection("held_cases")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
        this.cases = cases;
    }

    /** Durable when it comes back. */
    void note(CaseId caseFile) {
        var id = caseFile.toString();
        noted.replaceOne(eq(id), new Document("_id", id), new ReplaceOptions().upsert(true));
    }

    /** Whether a case that holds this incident is under legal hold, as the ledger has it this moment. */
    public boolean cover(IncidentId incident) {
        return noted.find().into(new ArrayList<>()).stream()
                .map(document -> new CaseId(UUID.fromString(document.getString("_id"))))
                .flatMap(id -> cases.find(id).stream())
                .anyMatch(details -> isHeld(details, incident));
    }

    private static boolean isHeld(CaseDetails details, IncidentId incident) {
        return details.hold() != null && details.incidents().holds(incident);
    }
}
