package casebook.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.transparency.SignatureType;
import casebook.transparency.SignerKey;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AccessPropertiesTest {

    @Test
    void aWitnessThatIsConfiguredForTheRecordsIsOneOfTheirLog() {
        var key = SignerKey.generate("witness.example/w", SignatureType.COSIGNATURE, new SecureRandom())
                .verifier()
                .toString();
        assertThat(bind(Map.of(
                                "casebook.access.witnesses[0].url",
                                "https://witness.example",
                                "casebook.access.witnesses[0].key",
                                key))
                        .log()
                        .witnesses())
                .singleElement()
                .satisfies(witness -> {
                    assertThat(witness.url()).isEqualTo(URI.create("https://witness.example"));
                    assertThat(witness.key()).isEqualTo(key);
                });
    }

    private static AccessProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("casebook.access", AccessProperties.class);
    }
}
