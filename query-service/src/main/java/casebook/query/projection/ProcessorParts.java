package casebook.query.projection;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;

/** What all processors share. */
record ProcessorParts(
        StreamableMessageSource<TrackedEventMessage<?>> source, TokenStore tokens, ProjectionProperties properties) {}
