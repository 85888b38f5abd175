package casebook.command.platform;

import casebook.command.following.FollowingProperties;
import casebook.command.handling.Commands;
import casebook.command.handling.Origin;
import casebook.command.handling.TicketInterceptor;
import casebook.command.incident.IncidentNumbers;
import casebook.command.web.Receipts;
import casebook.events.EventCatalogue;
import casebook.events.EventJson;
import casebook.http.NotConfigured;
import casebook.ledger.Checkpointer;
import casebook.ledger.LedgerAutoConfiguration;
import casebook.ledger.LedgerReader;
import casebook.ledger.LedgerSerializer;
import casebook.ledger.StoredTypes;
import casebook.ledger.TokenSerializer;
import com.mongodb.client.MongoClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.micrometer.GlobalMetricRegistry;
import org.axonframework.micrometer.MetricsConfigurerModule;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Axon on the ledger, and what the features stand on. */
@Configuration(proxyBeanMethods = false)
class CommandConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Tokens too, so that they are stored under stable names, as events are. */
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

    /** A ledger that nobody signs can be rewritten unnoticed; that must be wanted. */
    @Bean
    SmartInitializingSingleton signingIsWanted(
            Optional<Checkpointer> checkpointer,
            @Value("${casebook.ledger.checkpoints.required:true}") boolean required) {
        return () -> {
            if (required && checkpointer.isEmpty()) {
                throw new NotConfigured(
                        "There is no key to sign the ledger's checkpoints with.",
                        "Set casebook.ledger.checkpoints.key-file or .key, or casebook.ledger.checkpoints.required=false to run"
                                + " with a ledger that could be rewritten unnoticed.");
            }
        };
    }

    @Bean
    CorrelationDataProvider origin() {
        return new Origin();
    }

    @Bean
    Commands commands(CommandBus bus, MeterRegistry metrics) {
        bus.registerHandlerInterceptor(new TicketInterceptor());
        return new Commands(bus, metrics);
    }

    @Bean
    TokenStore tokens(
            MongoClient mongo,
            @Value("${casebook.database:casebook}") String database,
            LedgerSerializer serializer,
            FollowingProperties properties) {
        var template = DefaultMongoTemplate.builder()
                .mongoDatabase(mongo.getDatabase(database))
                .trackingTokensCollectionName("command_tokens")
                .build();
        return MongoTokenStore.builder()
                .mongoTemplate(template)
                .serializer(new TokenSerializer(serializer))
                .claimTimeout(properties.claimTimeout())
                .build();
    }

    @Bean
    Receipts receipts(LedgerReader ledger) {
        return new Receipts(ledger);
    }

    @Bean
    IncidentNumbers incidentNumbers(MongoClient mongo, @Value("${casebook.database:casebook}") String database) {
        return new IncidentNumbers(mongo.getDatabase(database));
    }

    @Bean
    ConfigurerModule axonMetrics(MeterRegistry metrics) {
        return new MetricsConfigurerModule(new GlobalMetricRegistry(metrics), true);
    }
}
