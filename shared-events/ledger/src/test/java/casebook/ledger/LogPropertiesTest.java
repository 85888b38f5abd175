package casebook.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.transparency.SignatureType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LogPropertiesTest {

    private static final String PRIVATE = TestLog.KEY.encoded();

    @TempDir
    private Path folder;

    @Test
    void withoutConfigurationTheLogHasADefaultNameAndIsScannedDaily() {
        LogProperties properties = bind();

        assertThat(properties.origin()).isEqualTo("casebook.example/ledger");
        assertThat(properties.scan().every()).isEqualTo(Duration.ofDays(1));
        assertThat(properties.witnesses()).isEmpty();
        assertThat(properties.trusted()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "origin, with space, casebook.ledger.origin must be a name without spaces and plus signs",
        "origin, a+b, casebook.ledger.origin must be a name without spaces and plus signs",
        "checkpoints.interval, 0s, casebook.ledger.checkpoints.interval must be positive",
        "scan.every, -1s, casebook.ledger.scan.every must be not negative",
        "scan.events-per-second, 0, casebook.ledger.scan.events-per-second must be positive",
    })
    void whatCannotBeIsRefusedByName(String name, String value, String message) {
        assertThatThrownBy(() -> bind(name, value)).hasRootCauseMessage(message);
    }

    @Test
    void aWitnessNeedsAnAddressAndAKeyForCosignatures() {
        String log = TestLog.KEY.verifier().toString();
        String witness = TestLog.key("witness.example/w", SignatureType.COSIGNATURE)
                .verifier()
                .toString();

        assertThat(bind("witnesses[0].url", "https://witness.example", "witnesses[0].key", witness)
                        .witnesses())
                .hasSize(1);
        assertThatThrownBy(() -> bind("witnesses[0].url", "file:///witness", "witnesses[0].key", witness))
                .hasRootCauseMessage("casebook.ledger.witnesses.url must be an HTTP address");
        assertThatThrownBy(() -> bind("witnesses[0].url", "https://witness.example", "witnesses[0].key", log))
                .hasRootCauseMessage("casebook.ledger.witnesses.key must be a key for cosignatures");
    }

    @Test
    void theSigningKeyIsTakenAsGivenOrFromItsFile() throws Exception {
        Path file = Files.writeString(folder.resolve("signing.key"), PRIVATE + "\n");

        assertThat(SigningKey.of(bind("checkpoints.key", PRIVATE)).encoded()).isEqualTo(PRIVATE);
        assertThat(SigningKey.of(bind("checkpoints.key-file", file.toString())).encoded())
                .isEqualTo(PRIVATE);
    }

    @Test
    void aGeneratedKeyIsOneOfItsLog() {
        String generated = SigningKey.generate("other.example/log");

        assertThat(SigningKey.of(bind("origin", "other.example/log", "checkpoints.key", generated))
                        .verifier()
                        .name())
                .isEqualTo("other.example/log");
    }

    @Test
    void aKeyThatIsNotThisLogsIsRefusedAndNotRepeated() {
        String other = SigningKey.generate("other.example/log").strip();
        String cosigner = TestLog.key(TestLog.ORIGIN, SignatureType.COSIGNATURE).encoded();
        for (String key : new String[] {"PRIVATE+KEY+secret", other, cosigner}) {
            assertThatThrownBy(() -> SigningKey.of(bind("checkpoints.key", key)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("signing key")
                    .hasMessageNotContaining(key.substring(key.lastIndexOf('+') + 1));
        }
        assertThatThrownBy(() -> SigningKey.of(bind(
                        "checkpoints.key",
                        PRIVATE,
                        "trusted-keys",
                        TestLog.key(TestLog.ORIGIN, SignatureType.ED25519)
                                .verifier()
                                .toString())))
                .hasMessageContaining("casebook.ledger.trusted-keys");
        assertThatThrownBy(() -> SigningKey.of(
                        bind("checkpoints.key-file", folder.resolve("missing").toString())))
                .hasMessageContaining("cannot be read");
    }

    @Test
    void propertiesDoNotTellTheKey() {
        assertThat(bind("checkpoints.key", PRIVATE).toString()).doesNotContain(PRIVATE);
    }

    /** @param namesAndValues in turn; names without the prefix */
    static LogProperties bind(String... namesAndValues) {
        Map<String, String> properties = new HashMap<>();
        for (int name = 0; name < namesAndValues.length; name += 2) {
            properties.put("casebook.ledger." + namesAndValues[name], namesAndValues[name + 1]);
        }
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("casebook.ledger", LogProperties.class);
    }
}
