package casebook.query.projection;

import casebook.ledger.TokenSerializer;
import casebook.mongod.SharedMongod;
import casebook.query.LedgerFeed;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.model.Filters;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import reactor.core.publisher.Mono;

/** The whole machinery of one instance around one projection. */
final class Machine implements AutoCloseable {

    final Projections projections;
    final ReadModels models;
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    /** How often those who read have asked MongoDB. */
    final AtomicInteger finds = new AtomicInteger();

    private final MongoClient reactive = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(SharedMongod.connectionString()))
            .addCommandListener(new CommandListener() {
                @Override
                public void commandStarted(CommandStartedEvent event) {
                    if (event.getCommandName().equals("find")) {
                        finds.incrementAndGet();
                    }
                }
            })
            .build());

    Machine(LedgerFeed feed, Projection projection, int batchSize) {
        this(feed, projection, batchSize, UnaryOperator.identity());
    }

    /** @param node tells the instance from others of the same JVM */
    Machine(LedgerFeed feed, Projection projection, int batchSize, String node) {
        this(
                feed,
                projection,
                batchSize,
                tokens -> MongoTokenStore.builder()
                        .mongoTemplate(Processors.template(feed.database()))
                        .serializer(new TokenSerializer(feed.serializer()))
                        .nodeId(node)
                        .build());
    }

    Machine(LedgerFeed feed, Projection projection, int batchSize, UnaryOperator<TokenStore> tokens) {
        this(feed, projection, batchSize, tokens, Duration.ofSeconds(30));
    }

    /** @param wait how long a read waits for its position */
    Machine(LedgerFeed feed, Projection projection, int batchSize, UnaryOperator<TokenStore> tokens, Duration wait) {
        var properties = new ProjectionProperties(
                batchSize,
                wait,
                Duration.ofSeconds(10),
                Duration.ofMillis(50),
                Duration.ofSeconds(5),
                Duration.ofMillis(300));
        var beans = new ProjectionConfiguration();
        var progress = beans.progress(feed.client(), feed.databaseName(), feed.serializer());
        projections = beans.projections(
                List.of(projection),
                feed.client(),
                feed.databaseName(),
                feed.source(),
                feed.reader(),
                feed.serializer(),
                tokens.apply(beans.projectionTokens(feed.client(), feed.databaseName(), feed.serializer(), properties)),
                progress,
                metrics,
                properties,
                Clock.systemUTC());
        models =
                beans.readModels(reactive, feed.databaseName(), projections, List.of(projection), progress, properties);
        projections.start();
    }

    ProjectionStatus status() {
        return projections.status("notes").orElseThrow();
    }

    /** What the serving generation counts for a case, when it has reached a position. */
    int count(String caseFile, long position) {
        var reading = Objects.requireNonNull(models.reached(position, "notes").block());
        var document = Mono.from(reading.collection(NoteCounts.COUNTS).find(Filters.eq(caseFile)))
                .block();
        return document == null ? 0 : document.getInteger("count");
    }

    @Override
    public void close() {
        projections.stop();
        reactive.close();
    }
}
