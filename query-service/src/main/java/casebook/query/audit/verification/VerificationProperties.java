package casebook.query.audit.verification;

import casebook.transparency.VerifierKey;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a verification relies on beside the database.
 *
 * @param trustedKeys the ledger's keys, former ones too, each a {@code vkey}; where none is given, each checkpoint is believed that the
 *     key stored beside it signed
 */
@ConfigurationProperties("casebook.audit")
record VerificationProperties(@DefaultValue Set<String> trustedKeys) {

    /** @throws casebook.transparency.Malformed if one is no key */
    VerificationProperties {
        trustedKeys = Set.copyOf(trustedKeys);
        trustedKeys.forEach(VerifierKey::parse);
    }

    Set<VerifierKey> keys() {
        return trustedKeys.stream().map(VerifierKey::parse).collect(Collectors.toSet());
    }
}
