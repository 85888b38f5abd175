package casebook.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Invariant 4: what is stored has stable names, and old revisions stay readable. */
class StoredNamesTest {

    private record Remark(String author, String text) {}

    private static final StoredTypes TYPES_NOW =
            StoredTypes.builder().type(Remark.class, Noted.STORED_AS, 2).build();

    private final TestLedger ledger = TestLedger.open();

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void noJavaClassNameIsStored() {
        ledger.engine.appendEvents(TestLedger.event("a", 0));
        ledger.engine.storeSnapshot(TestLedger.event("a", 0));

        assertThat(ledger.commits())
                .map(Document::toJson)
                .noneMatch(json -> json.contains("casebook.") || json.contains("axonframework"));
        assertThat(ledger.database.getCollection(SnapshotCollection.NAME).find())
                .map(Document::toJson)
                .hasSize(1)
                .noneMatch(json -> json.contains("casebook.") || json.contains("axonframework"));
    }

    @Test
    void oldRevisionIsReadThroughItsUpcasterByAClassOfAnotherName() {
        ledger.engine.appendEvents(TestLedger.event("a", 0));
        LedgerSerializer serializer =
                new LedgerSerializer(TYPES_NOW, JsonMapper.builder().build());
        LedgerReader reader = new LedgerReader(
                ledger.database, serializer, new EventUpcasterChain(new WithAuthor()), LedgerProperties.DEFAULTS);

        assertThat(reader.events("a", 1))
                .extracting(event -> (Object) event.getPayload())
                .containsExactly(new Remark("unknown", "note 0"));
    }

    @Test
    void revisionThatNoUpcasterTakesIsAClearError() {
        ledger.engine.appendEvents(TestLedger.event("a", 0));
        LedgerReader reader = new LedgerReader(
                ledger.database,
                new LedgerSerializer(TYPES_NOW, JsonMapper.builder().build()),
                new EventUpcasterChain(),
                LedgerProperties.DEFAULTS);

        assertThatThrownBy(() -> reader.events("a", 1))
                .isInstanceOf(UnknownStoredType.class)
                .hasMessageContaining("Noted")
                .hasMessageContaining("revision 1")
                .hasMessageContaining("revision 2");
    }

    @Test
    void classWithoutAStoredNameIsRefusedAndNothingWritten() {
        DomainEventMessage<?> nameless = new GenericDomainEventMessage<>("Note", "a", 0, new Remark("x", "y"));

        assertThatThrownBy(() -> ledger.engine.appendEvents(nameless))
                .isInstanceOf(UnknownStoredType.class)
                .hasMessageContaining("Remark");
        assertThat(ledger.reader.position()).isZero();
    }

    @Test
    void classesOfARegisteredInterfaceAreStoredUnderItsNameAndReadAsWhatTheyWere() {
        var serializer = new LedgerSerializer(
                StoredTypes.builder().type(Sign.class, "Sign", 1).build(),
                JsonMapper.builder().build());
        for (var sign : List.of(new Stop("all"), new Speed(30))) {
            var stored = serializer.serialize(sign, String.class);
            assertThat(stored.getType()).isEqualTo(new SimpleSerializedType("Sign", "1"));
            assertThat((Object) serializer.deserialize(stored)).isEqualTo(sign);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
    @JsonSubTypes({@JsonSubTypes.Type(Stop.class), @JsonSubTypes.Type(Speed.class)})
    private sealed interface Sign {}

    private record Stop(String whom) implements Sign {}

    private record Speed(int limit) implements Sign {}

    @Test
    void nameThatNoClassHasIsAClearError() {
        var stored = new SimpleSerializedObject<>("{}", String.class, new SimpleSerializedType("Forgotten", "1"));

        assertThatThrownBy(() -> TestLedger.SERIALIZER.deserialize(stored))
                .isInstanceOf(UnknownStoredType.class)
                .hasMessageContaining("Forgotten");
    }

    @Test
    void registryRefusesAmbiguity() {
        assertThatThrownBy(() -> StoredTypes.builder().type(Noted.class, "A", 1).type(Noted.class, "B", 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StoredTypes.builder()
                        .type(Noted.class, "A", 1)
                        .type(String.class, "A", 2)
                        .build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StoredTypes.builder().type(Noted.class, " ", 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StoredTypes.builder().type(Noted.class, "A", 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void metadataComesBackAsItWas() {
        MetaData metadata =
                MetaData.with("actor", "VN-09 \"Nguyễn\"").and("n", 3).and("nested", List.of("a", true));
        ledger.engine.appendEvents(TestLedger.event("a", 0).withMetaData(metadata));

        assertThat(ledger.reader.events("a", 1))
                .singleElement()
                .extracting(DomainEventMessage::getMetaData)
                .isEqualTo(metadata);
    }

    /** Revision 2 has an author. */
    private static final class WithAuthor extends SingleEventUpcaster {

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(new SimpleSerializedType(Noted.STORED_AS, "1"));
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(
                    new SimpleSerializedType(Noted.STORED_AS, "2"),
                    ObjectNode.class,
                    node -> node.put("author", "unknown"));
        }
    }
}
