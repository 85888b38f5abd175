package casebook.http.tokens;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;

/**
 * The keys that an issuer publishes now, found by its OpenID Connect discovery. The issuer need not be reachable when a service starts,
 * and may move its keys. Blocks.
 */
final class IssuerKeys implements JWKSetSource<SecurityContext> {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 3_000;
    private static final int MOST_BYTES = 1 << 18;

    private final DefaultResourceRetriever web = new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MOST_BYTES);
    private final String issuer;
    private final @Nullable String keysAt;

    /** @param keysAt where the keys are; null if the issuer is asked */
    IssuerKeys(String issuer, @Nullable String keysAt) {
        this.issuer = issuer;
        this.keysAt = keysAt;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long currentTime, @Nullable SecurityContext context)
            throws KeySourceException {
        try {
            return JWKSet.parse(read(keysAt == null ? discovered() : keysAt));
        } catch (IOException | ParseException | IllegalArgumentException e) {
            throw new KeySourceException("The keys of " + issuer + " cannot be read: " + e.getMessage(), e);
        }
    }

    private String discovered() throws IOException, ParseException {
        var root = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        var described = JSONObjectUtils.parse(read(root + "/.well-known/openid-configuration"));
        if (!issuer.equals(described.get("issuer"))) {
            throw new IOException("its description is that of another issuer");
        }
        return JSONObjectUtils.getString(described, "jwks_uri");
    }

    private String read(String address) throws IOException {
        return web.retrieveResource(URI.create(address).toURL()).getContent();
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
