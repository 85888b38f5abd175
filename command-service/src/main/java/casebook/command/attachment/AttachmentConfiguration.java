package casebook.command.attachment;

import casebook.attachments.AttachmentStore;
import casebook.command.exhibit.ExhibitFiles;
import casebook.command.following.Following;
import casebook.command.following.Followings;
import casebook.command.following.Round;
import casebook.ledger.LedgerReader;
import com.mongodb.client.MongoClient;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps what is uploaded in order. */
@Configuration(proxyBeanMethods = false)
class AttachmentConfiguration {

    @Bean
    Uploads uploads(MongoClient mongo, @Value("${casebook.database:casebook}") String database) {
        return new Uploads(mongo.getDatabase(database));
    }

    @Bean
    FileChecks fileChecks(MongoClient mongo, @Value("${casebook.database:casebook}") String database) {
        var checks = new FileChecks(mongo.getDatabase(database));
        checks.createIndexes();
        return checks;
    }

    @Bean
    Following attachmentFollowing(FileChecks checks, Followings followings) {
        return followings.of(checks);
    }

    @Bean
    Round attachmentRound(
            @Qualifier("attachmentFollowing") Following following,
            Uploads uploads,
            FileChecks checks,
            AttachmentStore store,
            ExhibitFiles files,
            LedgerReader ledger,
            AttachmentProperties properties,
            Clock clock) {
        var sweep = new UploadSweep(uploads, store, ledger, properties.grace(), clock);
        var checker = new FileChecker(checks, store, files, properties.recheck(), clock);
        return new Round("attachments-round", following, properties.every(), () -> {
            sweep.work();
            checker.work();
        });
    }
}
