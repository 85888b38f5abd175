package casebook.personaldata;

import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Makes the {@link PersonVault} from the configured master key; without one the service does not start. */
@AutoConfiguration
@EnableConfigurationProperties(PersonalDataProperties.class)
public class PersonalDataAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    MasterKey masterKey(PersonalDataProperties properties) {
        var keyset = keyset(properties);
        return properties.kmsUri() == null ? MasterKey.parse(keyset) : MasterKey.decrypt(keyset, properties.kmsUri());
    }

    private static String keyset(PersonalDataProperties properties) {
        if (properties.masterKey() != null && !properties.masterKey().isBlank()) {
            return properties.masterKey();
        }
        if (properties.masterKeyFile() == null) {
            throw new IllegalStateException(
                    "No master key: set casebook.personal-data.master-key or casebook.personal-data.master-key-file");
        }
        try {
            return Files.readString(properties.masterKeyFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Bean
    PersonVault personVault(
            MongoClient mongo, @Value("${casebook.database:casebook}") String database, MasterKey masterKey) {
        return new PersonVault(mongo.getDatabase(database), masterKey);
    }
}
