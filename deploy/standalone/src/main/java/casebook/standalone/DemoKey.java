package casebook.standalone;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.text.ParseException;
import java.util.UUID;

/** The key with which the demo issuer signs; kept, so that tokens outlive a restart. */
record DemoKey(RSAKey key) {

    private static final int BITS = 2048;

    static DemoKey in(DataFolder data) throws IOException {
        try {
            return new DemoKey(RSAKey.parse(Files.readString(data.secret("demo-issuer.jwk", DemoKey::generate))));
        } catch (ParseException e) {
            throw new IOException("The demo issuer's key cannot be read; remove it to get a new one", e);
        }
    }

    private static String generate() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyID(UUID.randomUUID().toString())
                    .generate()
                    .toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
