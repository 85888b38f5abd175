package casebook.ledger;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/** Makes messages of lines; metadata and payload are read when somebody asks for them. */
record EventDecoder(LedgerSerializer serializer, EventUpcaster upcasters) {

    /** May be more or fewer than the lines, as upcasters will. */
    Stream<TrackedEventMessage<?>> decode(List<LedgerLine> lines) {
        return EventUtils.upcastAndDeserializeTrackedEvents(lines.stream().map(StoredEvent::of), serializer, upcasters);
    }
}
