package casebook.query.access;

import casebook.ledger.LogMeters;
import casebook.ledger.RecordLog;
import com.mongodb.client.MongoClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessProperties.class)
class AccessConfiguration {

    /** Its JSON is not that of HTTP, so that it stays as it is when that changes. */
    @Bean
    RecordLog<Access> accessRecordLog(
            MongoClient mongo,
            @Value("${casebook.database:casebook}") String database,
            AccessProperties properties,
            Clock clock,
            MeterRegistry registry)
            throws IOException {
        return new RecordLog<>(
                mongo.getDatabase(properties.databaseBeside(database)),
                Access.class,
                properties.log(),
                JsonMapper.builder().build(),
                clock,
                new LogMeters(registry, "casebook.access"));
    }
}
