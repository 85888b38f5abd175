package casebook.query.projection;

import casebook.events.EventCatalogue;
import casebook.events.EventJson;
import casebook.ledger.LedgerAutoConfiguration;
import casebook.ledger.LedgerMessageSource;
import casebook.ledger.LedgerReader;
import casebook.ledger.LedgerSerializer;
import casebook.ledger.StoredTypes;
import casebook.ledger.TokenSerializer;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.ReactiveMongoClientFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Puts the machinery together for all {@link Projection} beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProjectionProperties.class)
class ProjectionConfiguration {

    /**
     * The reactive client, on the settings of the blocking one. Spring Boot's own would put the blocking client on Netty as well,
     * whose hand-overs between threads cost it a good part of its speed.
     */
    @Bean
    com.mongodb.reactivestreams.client.MongoClient reactiveMongo(
            ObjectProvider<MongoClientSettingsBuilderCustomizer> customizers, MongoClientSettings settings) {
        return new ReactiveMongoClientFactory(customizers.orderedStream().toList()).createMongoClient(settings);
    }

    @Bean
    Progress progress(MongoClient mongo, @Value(ReadModels.DATABASE) String database, LedgerSerializer serializer) {
        return new Progress(mongo.getDatabase(database), new TokenSerializer(serializer));
    }

    /** A token waits for a majority, and with it for all that was written before: even what a batch that was repeated found written already. */
    @Bean
    TokenStore projectionTokens(
            MongoClient mongo,
            @Value(ReadModels.DATABASE) String database,
            LedgerSerializer serializer,
            ProjectionProperties properties) {
        return MongoTokenStore.builder()
                .mongoTemplate(Processors.template(mongo.getDatabase(database).withWriteConcern(WriteConcern.MAJORITY)))
                .serializer(new TokenSerializer(serializer))
                .claimTimeout(properties.claimTimeout())
                .build();
    }

    @Bean
    Projections projections(
            List<Projection> all,
            MongoClient mongo,
            @Value(ReadModels.DATABASE) String database,
            LedgerMessageSource source,
            LedgerReader ledger,
            LedgerSerializer serializer,
            TokenStore tokens,
            Progress progress,
            MeterRegistry metrics,
            ProjectionProperties properties,
            Clock clock) {
        var db = mongo.getDatabase(database);
        var parts = new ProcessorParts(source, tokens, properties);
        var processors = new Processors(mongo, db, parts, new TokenSerializer(serializer), progress, metrics);
        var generations = new Generations(db);
        var runners = all.stream()
                .map(projection -> new ProjectionRunner(
                        projection, generations, processors, progress, clock, properties.keepRetired()))
                .toList();
        var gauges = new ProjectionGauges(ledger, progress, metrics, clock);
        return new Projections(runners, progress, ledger, gauges, properties);
    }

    @Bean
    ProjectionsHealth projectionsHealthIndicator(Projections projections) {
        return new ProjectionsHealth(projections);
    }

    @Bean
    ReadModels readModels(
            com.mongodb.reactivestreams.client.MongoClient mongo,
            @Value(ReadModels.DATABASE) String database,
            Projections running,
            List<Projection> all,
            Progress progress,
            ProjectionProperties properties) {
        return new ServingModels(mongo.getDatabase(database), running, all, progress, properties);
    }

    @Bean
    LedgerEvents ledgerEvents(LedgerReader reader) {
        return new LedgerEvents(reader);
    }

    /** Tokens too, so that they and dead letters are stored under stable names, as events are. */
    @Bean
    StoredTypes storedTypes() {
        var types = StoredTypes.builder();
        EventCatalogue.entries().forEach(entry -> types.type(entry.type(), entry.name(), entry.revision()));
        return types.type(GlobalSequenceTrackingToken.class, "GlobalSequenceTrackingToken", 1)
                .type(ConfigToken.class, "ConfigToken", 1)
                .build();
    }

    @Bean(name = LedgerAutoConfiguration.JSON_MAPPER, defaultCandidate = false)
    JsonMapper ledgerJsonMapper() {
        return EventJson.mapper();
    }
}
