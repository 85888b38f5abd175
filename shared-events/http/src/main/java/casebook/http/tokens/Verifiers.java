package casebook.http.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.crypto.impl.EdDSAProvider;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;

/** The library's verifiers of signatures, and one of Ed25519. */
final class Verifiers extends DefaultJWSVerifierFactory {

    @Override
    public JWSVerifier createJWSVerifier(JWSHeader header, Key key) throws JOSEException {
        return key instanceof EdECPublicKey edwards ? new OfEd25519(edwards) : super.createJWSVerifier(header, key);
    }

    private static final class OfEd25519 extends EdDSAProvider implements JWSVerifier {

        private final EdECPublicKey key;

        OfEd25519(EdECPublicKey key) {
            this.key = key;
        }

        @Override
        public boolean verify(JWSHeader header, byte[] signed, Base64URL signature) {
            try {
                var verification = Signature.getInstance("Ed25519");
                verification.initVerify(key);
                verification.update(signed);
                return verification.verify(signature.decode());
            } catch (GeneralSecurityException e) {
                return false;
            }
        }
    }
}
