package casebook.ledger;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import tools.jackson.databind.json.JsonMapper;

/**
 * A log beside the ledger, kept as the ledger is: the same commits of whole groups, the same tree over all lines, the same checkpoints
 * and the same verification. It has a database of its own, with the same names of collections. Records are about something and follow
 * from nothing, so that no two of them are ever in conflict; several processes may write.
 *
 * @param <T> what is recorded; stored by its simple name, so it must not be renamed
 */
public final class RecordLog<T> implements AutoCloseable {

    private static final int REVISION = 1;

    /** Numbers that every reader of JSON can hold. */
    private static final int SEQUENCE_BITS = 53;

    /** Short, as whoever waits for a record has a reader waiting in turn. */
    private static final LedgerProperties PROPERTIES = new LedgerProperties(
            true,
            LedgerProperties.DEFAULTS.maxBatch(),
            Duration.ofSeconds(5),
            LedgerProperties.DEFAULTS.attemptTimeout(),
            false,
            LedgerProperties.DEFAULTS.pollMin(),
            LedgerProperties.DEFAULTS.pollMax(),
            LedgerProperties.DEFAULTS.readBatch());

    private final LedgerSerializer serializer;
    private final LedgerReader reader;
    private final Notary notary;
    private final LedgerWriter writer;
    private final SecureRandom random = new SecureRandom();

    /**
     * Starts the writer, what signs if there is a key, and what verifies. MongoDB need not be reachable yet.
     *
     * @param log the log's name and keys, where its checkpoints go, and how often all of it is read again
     * @throws IOException if the file of the checkpoints cannot be used
     * @throws IllegalStateException if the key is not one of this log
     */
    public RecordLog(
            MongoDatabase database, Class<T> type, LogProperties log, JsonMapper json, Clock clock, LogMeters meters)
            throws IOException {
        this.notary = new Notary(database, log, PROPERTIES.attemptTimeout(), meters, clock);
        this.serializer = new LedgerSerializer(
                StoredTypes.builder().type(type, type.getSimpleName(), REVISION).build(), json);
        this.reader = new LedgerReader(database, serializer, NoOpEventUpcaster.INSTANCE, PROPERTIES);
        // The ledger's figures of commits are not to be mixed with those of this log.
        this.writer = new LedgerWriter(
                database, PROPERTIES, new CompositeMeterRegistry(), position -> {}, notary::require, Commit::following);
    }

    /**
     * What is to be recorded.
     *
     * @param about the id of what it is about, by which it is found
     * @param at when it was, to the millisecond
     */
    public record Entry<T>(String about, T content, Instant at) {}

    /** Entries as they will be stored, for {@link #append}: appended again, they are not recorded twice. */
    public static final class Page {

        private final List<PendingEvent> events;

        private Page(List<PendingEvent> events) {
            this.events = events;
        }
    }

    /** Gives the entries their identity. They become durable together. */
    public Page page(List<Entry<T>> entries) {
        return new Page(entries.stream().map(this::pending).toList());
    }

    /**
     * Completes when a majority has the entries in its journal, or exceptionally: with {@link OutcomeUnknown} if that is not known
     * within 5 s, with {@link LedgerUntrusted} if the log is not the one that was signed.
     *
     * @throws IllegalStateException if the log is closed
     */
    public CompletableFuture<Void> append(Page page) {
        return writer.append(page.events).<Void>thenApply(last -> null).exceptionallyCompose(RecordLog::unlessRecorded);
    }

    private static CompletableFuture<Void> unlessRecorded(Throwable e) {
        Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
        return cause instanceof DuplicateEvent
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.failedFuture(cause);
    }

    private PendingEvent pending(Entry<T> entry) {
        return PendingEvent.render(
                new GenericDomainEventMessage<>(
                        null,
                        entry.about(),
                        random.nextLong(1L << SEQUENCE_BITS),
                        entry.content(),
                        Map.of(),
                        UUID.randomUUID().toString(),
                        entry.at()),
                serializer);
    }

    /** All records about something, in the order in which they were recorded. Blocks. */
    public LedgerLines about(String about) {
        return reader.lines(List.of(about), reader.position());
    }

    /** All records from the first that was made at an instant or later. Blocks. */
    public LedgerLines from(Instant instant) {
        return reader.lines(reader.firstIndexFrom(instant), reader.position());
    }

    /** What a line records. */
    public T read(LedgerLine line) {
        return serializer.deserialize(
                new SimpleSerializedObject<>(line.data(), String.class, line.type(), line.revision()));
    }

    /**
     * Reads the whole log again, and compares it with the checkpoints in the database and the newest one that was kept outside of it. Blocks.
     *
     * @throws IOException if the file of the checkpoints cannot be read
     */
    public Verification verify(VerificationProgress progress) throws IOException, InterruptedException {
        return notary.verify(progress);
    }

    /** Why nothing is recorded; empty as long as nothing is wrong. */
    public Optional<String> doubt() {
        return notary.doubt();
    }

    /** The newest signed checkpoint of the log; empty if nothing was signed. Blocks. */
    public Optional<StoredCheckpoint> checkpoint() {
        return notary.newest();
    }

    /** Returns when what waits is recorded, or given up, and signed. */
    @Override
    public void close() {
        writer.close();
        notary.close();
    }
}
