package casebook.query.access;

import casebook.ledger.LogProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where and how it is recorded who looked at what.
 *
 * @param database of the records; without one that of the service, and {@code _access}
 * @param origin the log's name, by which its key is named: not the ledger's
 * @param trustedKeys the public keys whose checkpoints count, as those of the ledger
 * @param checkpoints how checkpoints are signed, and where they go, as those of the ledger
 * @param witnesses who is asked to cosign each checkpoint
 * @param scan how all records are verified in the background
 * @param mostWaiting how many masked reads may be answered before they are recorded
 */
@ConfigurationProperties("casebook.access")
record AccessProperties(
        @Nullable String database,
        @DefaultValue("casebook.example/access") String origin,
        @DefaultValue List<String> trustedKeys,
        @DefaultValue LogProperties.Checkpoints checkpoints,
        @DefaultValue List<LogProperties.Witness> witnesses,
        @DefaultValue LogProperties.Scan scan,
        @DefaultValue("1000") int mostWaiting) {

    AccessProperties {
        if (mostWaiting < 0) {
            throw new IllegalArgumentException("casebook.access.most-waiting must not be negative");
        }
    }

    LogProperties log() {
        return new LogProperties(origin, trustedKeys, checkpoints, witnesses, scan);
    }

    String databaseBeside(String services) {
        return database == null ? services + "_access" : database;
    }
}
