package casebook.benchmarks.reads;

import casebook.events.CaseEvent;
import casebook.events.CasebookEvent;
import casebook.events.EventCatalogue;
import casebook.events.EventJson;
import casebook.events.IncidentEvent;
import casebook.ledger.LedgerEventStorageEngine;
import casebook.ledger.LedgerProperties;
import casebook.ledger.LedgerReader;
import casebook.ledger.LedgerSerializer;
import casebook.ledger.LedgerTail;
import casebook.ledger.LedgerWriter;
import casebook.ledger.StoredTypes;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/** Fills an empty ledger with sample histories, as full commits. */
final class SampleLedger {

    private static final Instant START = Instant.parse("2021-01-01T00:00:00Z");
    private static final int EVENTS_OF_A_COMMIT = 64;

    private SampleLedger() {}

    /** Returns how many events it has then. */
    static long fill(MongoDatabase database, int incidents) {
        var registry = new SimpleMeterRegistry();
        var properties = LedgerProperties.DEFAULTS;
        var serializer = new LedgerSerializer(types(), EventJson.mapper());
        try (var tail = new LedgerTail(database, properties, registry);
                var writer = new LedgerWriter(database, properties, registry, tail)) {
            var reader = new LedgerReader(database, serializer, NoOpEventUpcaster.INSTANCE, properties);
            var engine = LedgerEventStorageEngine.builder(database, writer, reader, serializer)
                    .build();
            var commit = new ArrayList<DomainEventMessage<?>>();
            for (int number = 0; number < incidents; number++) {
                commit.addAll(messages(number));
                if (commit.size() >= EVENTS_OF_A_COMMIT || number == incidents - 1) {
                    engine.appendEvents(commit);
                    commit.clear();
                }
            }
            return reader.position();
        }
    }

    private static List<DomainEventMessage<?>> messages(int number) {
        var sequences = new HashMap<String, Long>();
        var messages = new ArrayList<DomainEventMessage<?>>();
        for (var event : SampleHistory.of(number)) {
            var aggregate = aggregate(event);
            messages.add(new GenericDomainEventMessage<>(
                    event.getClass().getSimpleName(),
                    aggregate,
                    sequences.merge(aggregate, 0L, (last, _) -> last + 1),
                    event,
                    Map.of("actor", "Thượng uý Lan", "roles", List.of("ADMIN")),
                    UUID.randomUUID().toString(),
                    START.plusSeconds(number)));
        }
        return messages;
    }

    private static String aggregate(CasebookEvent event) {
        return switch (event) {
            case IncidentEvent incident -> incident.incident().toString();
            case CaseEvent caseFile -> caseFile.caseFile().toString();
            default -> throw new IllegalArgumentException("Not part of a sample: " + event);
        };
    }

    private static StoredTypes types() {
        var types = StoredTypes.builder();
        EventCatalogue.entries().forEach(entry -> types.type(entry.type(), entry.name(), entry.revision()));
        return types.build();
    }
}
