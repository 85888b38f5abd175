package casebook.query.stations.projection;

import casebook.events.IncidentAmended;
import casebook.events.IncidentEvent;
import casebook.events.IncidentFiled;
import casebook.events.IncidentVoided;
import casebook.query.platform.ScopeFilter;
import casebook.query.projection.Documents;
import casebook.query.projection.LedgerEvent;
import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/**
 * How long after its occurrence each incident was filed, in milliseconds; never negative, since clocks differ a little. Voided reports do not count, nor
 * do those that ADMIN imported: they tell nothing of how soon a station reports.
 */
public final class DelayDocuments {

    public static final String DELAY = "delay";
    public static final String COUNTED = "counted";

    private static final String FILED_AT = "filedAt";

    private final Documents delays;

    DelayDocuments(MongoCollection<Document> collection, List<LedgerEvent> upcoming) {
        this.delays = Documents.prefetch(
                collection,
                upcoming.stream()
                        .filter(event -> event.event() instanceof IncidentEvent)
                        .map(LedgerEvent::aggregate)
                        .distinct()
                        .toList());
    }

    void apply(IncidentEvent happened, LedgerEvent event) {
        if (!delays.reflects(event.aggregate(), event)) {
            switch (happened) {
                case IncidentFiled filed ->
                    delays.put(
                            new Document("_id", event.aggregate())
                                    .append(ScopeFilter.STATION, filed.station().value())
                                    .append(FILED_AT, Date.from(event.at()))
                                    .append(COUNTED, !event.isBy("ADMIN"))
                                    .append(DELAY, delay(filed.details().occurredAt(), event.at())),
                            event);
                case IncidentAmended amended
                when amended.changes().occurredAt() != null -> {
                    var document = existing(event);
                    var filedAt = document.getDate(FILED_AT).toInstant();
                    delays.put(document.append(DELAY, delay(amended.changes().occurredAt(), filedAt)), event);
                }
                case IncidentVoided _ -> delays.put(existing(event).append(COUNTED, false), event);
                default -> {}
            }
        }
    }

    void write() {
        delays.write();
    }

    private Document existing(LedgerEvent event) {
        var document = delays.get(event.aggregate());
        if (document == null) {
            throw new IllegalStateException("The filing of incident " + event.aggregate() + " is missing");
        }
        return document;
    }

    private static long delay(OffsetDateTime occurredAt, Instant filedAt) {
        return Math.max(0, filedAt.toEpochMilli() - occurredAt.toInstant().toEpochMilli());
    }
}
