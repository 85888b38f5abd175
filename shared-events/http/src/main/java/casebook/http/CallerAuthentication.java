package casebook.http;

import casebook.events.ProvinceCode;
import casebook.events.StationCode;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;

/** A request whose bearer token was verified. */
public final class CallerAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Caller caller;
    private final @Nullable Instant expiry;

    private CallerAuthentication(Caller caller, @Nullable Instant expiry) {
        super(List.of());
        this.caller = caller;
        this.expiry = expiry;
        setAuthenticated(true);
    }

    /** Reads claims {@code roles}, {@code station}, {@code province} and {@code name}; what has no valid form counts as absent. */
    static CallerAuthentication of(Jwt token) {
        var subject = token.getSubject() == null ? "" : token.getSubject();
        var name = text(token, "name");
        var station = text(token, "station");
        var province = text(token, "province");
        var caller = new Caller(
                subject,
                name == null ? subject : name,
                roles(token),
                station == null || !StationCode.isValid(station) ? null : new StationCode(station),
                province == null || !ProvinceCode.isValid(province) ? null : new ProvinceCode(province));
        return new CallerAuthentication(caller, token.getExpiresAt());
    }

    private static Set<Role> roles(Jwt token) {
        if (!(token.getClaims().get("roles") instanceof List<?> named)) {
            return Set.of();
        }
        return Arrays.stream(Role.values())
                .filter(role -> named.contains(role.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private static @Nullable String text(Jwt token, String claim) {
        return token.getClaims().get(claim) instanceof String text && !text.isBlank() ? text : null;
    }

    /** The token's {@code exp}, which the verifier demands. */
    public @Nullable Instant expiry() {
        return expiry;
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return caller.name();
    }
}
