package casebook.ledger;

import java.time.Instant;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * The ledger as a stream for processors. A stream reads with one cursor until it has nearly caught up; from then on what is new is
 * read once for all streams, when the tail has grown. A token is the index of the last event that was seen, -1 before the first.
 */
public final class LedgerMessageSource implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final LedgerReader reader;
    private final LedgerTail tail;
    private final EventDecoder decoder;
    private final NewestEvents newest;

    public LedgerMessageSource(
            LedgerReader reader, LedgerTail tail, LedgerSerializer serializer, EventUpcaster upcasters) {
        this.reader = reader;
        this.tail = tail;
        this.decoder = new EventDecoder(serializer, upcasters);
        this.newest = new NewestEvents(reader.collection(), tail, decoder);
    }

    /** @throws IllegalArgumentException if the token is not one of this ledger */
    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new LedgerEventStream(reader.collection(), tail, decoder, newest, Tokens.indexAfter(token));
    }

    @Override
    public TrackingToken createTailToken() {
        return Tokens.before(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return Tokens.before(reader.position());
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return Tokens.before(reader.firstIndexFrom(instant));
    }
}
