package casebook.command.deadline;

import casebook.command.following.Following;
import casebook.command.following.Followings;
import casebook.command.following.Round;
import casebook.ledger.LedgerReader;
import com.mongodb.client.MongoClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets the clocks going. */
@Configuration(proxyBeanMethods = false)
class DeadlineConfiguration {

    @Bean
    OpenDeadlines openDeadlines(MongoClient mongo, @Value("${casebook.database:casebook}") String database) {
        var deadlines = new OpenDeadlines(mongo.getDatabase(database));
        deadlines.createIndexes();
        return deadlines;
    }

    @Bean
    Following deadlineFollowing(
            OpenDeadlines deadlines, DeadlineProperties properties, LedgerReader ledger, Followings followings) {
        var rules = new DeadlineRules(properties, new FiledCategories(ledger));
        return followings.of(new DeadlineFollower(rules, deadlines));
    }

    @Bean
    Round deadlineRound(
            @Qualifier("deadlineFollowing") Following following,
            OpenDeadlines deadlines,
            DeadlineProperties properties,
            Breaches breaches,
            MeterRegistry metrics,
            Clock clock) {
        var clerk = new DeadlineClerk(deadlines, breaches, new DeadlineMetrics(metrics), clock);
        return new Round("deadlines-round", following, properties.every(), clerk::work);
    }
}
