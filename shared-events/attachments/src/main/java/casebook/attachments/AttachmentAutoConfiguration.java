package casebook.attachments;

import com.mongodb.client.MongoClient;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** The store for a service that has a {@link MongoClient}. */
@AutoConfiguration(afterName = "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration")
@ConditionalOnBean(MongoClient.class)
public class AttachmentAutoConfiguration {

    @Bean
    AttachmentStore attachmentStore(MongoClient mongo, @Value("${casebook.database:casebook}") String database) {
        return new AttachmentStore(mongo.getDatabase(database));
    }
}
