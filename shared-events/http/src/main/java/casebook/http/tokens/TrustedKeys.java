package casebook.http.tokens;

import static com.nimbusds.jose.JWSAlgorithm.ES256;
import static com.nimbusds.jose.JWSAlgorithm.EdDSA;
import static com.nimbusds.jose.JWSAlgorithm.RS256;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys that may have signed a token: published ones, of the three kinds that are believed. A secret shared by two signs nothing here. */
final class TrustedKeys extends JWSVerificationKeySelector<SecurityContext> {

    private static final Set<JWSAlgorithm> BELIEVED = Set.of(RS256, ES256, EdDSA);

    /** What stands before the raw public key in its X.509 encoding (RFC 8410). */
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int ED25519_BYTES = 32;

    TrustedKeys(JWKSource<SecurityContext> published) {
        super(BELIEVED, published);
    }

    @Override
    public List<Key> selectJWSKeys(JWSHeader header, @Nullable SecurityContext context) throws KeySourceException {
        if (!EdDSA.equals(header.getAlgorithm())) {
            return super.selectJWSKeys(header, context);
        }
        return getJWKSource().get(new JWKSelector(createJWKMatcher(header)), context).stream()
                .filter(OctetKeyPair.class::isInstance)
                .map(OctetKeyPair.class::cast)
                .filter(pair -> pair.getCurve().equals(Curve.Ed25519) && pair.getDecodedX().length == ED25519_BYTES)
                .map(TrustedKeys::publicKey)
                .toList();
    }

    /** The library leaves that to another one, though the JDK can do it. */
    private static Key publicKey(OctetKeyPair pair) {
        var encoded = Arrays.copyOf(ED25519, ED25519.length + ED25519_BYTES);
        System.arraycopy(pair.getDecodedX(), 0, encoded, ED25519.length, ED25519_BYTES);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The issuer publishes what is no Ed25519 key", e);
        }
    }
}
