package casebook.command.platform;

import casebook.command.handling.Commands;
import casebook.command.handling.Origin;
import casebook.command.handling.TicketInterceptor;
import casebook.command.incident.IncidentNumbers;
import casebook.command.web.Receipts;
import casebook.events.EventCatalogue;
import casebook.events.EventJson;
import casebook.ledger.LedgerAutoConfiguration;
import casebook.ledger.LedgerReader;
import casebook.ledger.StoredTypes;
import com.mongodb.client.MongoClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.micrometer.GlobalMetricRegistry;
import org.axonframework.micrometer.MetricsConfigurerModule;
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

    @Bean
    StoredTypes storedTypes() {
        var types = StoredTypes.builder();
        EventCatalogue.entries().forEach(entry -> types.type(entry.type(), entry.name(), entry.revision()));
        return types.build();
    }

    @Bean(name = LedgerAutoConfiguration.JSON_MAPPER, defaultCandidate = false)
    JsonMapper ledgerJsonMapper() {
        return EventJson.mapper();
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
