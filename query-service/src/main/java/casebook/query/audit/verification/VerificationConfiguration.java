package casebook.query.audit.verification;

import casebook.ledger.LedgerVerifier;
import com.mongodb.client.MongoClient;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VerificationProperties.class)
class VerificationConfiguration {

    @Bean
    LedgerVerifier ledgerVerifier(
            MongoClient mongo,
            @Value("${casebook.database:casebook}") String database,
            VerificationProperties properties) {
        return new LedgerVerifier(mongo.getDatabase(database), properties.keys());
    }
}
