package casebook.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngineTest;
import org.axonframework.eventsourcing.utils.EventStoreTestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Axon's own contract of an event storage engine. What it asks of batching engines is repeated here, as ours reads with one cursor. */
class EngineContractTest
        extends AbstractEventStorageEngineTest<LedgerEventStorageEngine, LedgerEventStorageEngine.Builder> {

    private static final int MANY = 110;

    private final TestLedger ledger = TestLedger.open();

    @BeforeEach
    void testOurs() {
        setTestSubject(ledger.engine);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Override
    protected LedgerEventStorageEngine createEngine(UnaryOperator<LedgerEventStorageEngine.Builder> customization) {
        return customization
                .apply(LedgerEventStorageEngine.builder(
                        ledger.database, ledger.writer, ledger.reader, TestLedger.SERIALIZER))
                .build();
    }

    @Test
    void manyEventsOfAnAggregateAreLoaded() {
        ledger.engine.appendEvents(EventStoreTestUtils.createEvents(MANY));

        var loaded = ledger.engine.readEvents(EventStoreTestUtils.AGGREGATE);
        assertThat(loaded.asStream().map(e -> e.getSequenceNumber()))
                .hasSize(MANY)
                .isSorted();
        assertThat(loaded.getLastSequenceNumber()).isEqualTo(MANY - 1L);
    }

    @Test
    void streamGoesOnBehindWhatWasRead() {
        ledger.engine.appendEvents(EventStoreTestUtils.createEvents(MANY));
        List<? extends TrackedEventMessage<?>> read =
                ledger.engine.readEvents(null, false).toList();
        ledger.engine.appendEvents(EventStoreTestUtils.createEvent("another", 0));

        assertThat(ledger.engine.readEvents(read.getLast().trackingToken(), false))
                .singleElement()
                .extracting(TrackedEventMessage::trackingToken)
                .isEqualTo(new GlobalSequenceTrackingToken(MANY));
    }
}
