package casebook.command.casefile;

import com.mongodb.client.MongoClient;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What cases keep beside the ledger. */
@Configuration(proxyBeanMethods = false)
class CaseConfiguration {

    @Bean
    HeldCases heldCases(
            MongoClient mongo, @Value("${casebook.database:casebook}") String database, CaseDirectory cases) {
        return new HeldCases(mongo.getDatabase(database), cases);
    }
}
