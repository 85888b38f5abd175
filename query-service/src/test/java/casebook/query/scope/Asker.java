package casebook.query.scope;

import casebook.http.Role;
import casebook.query.Tokens;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Every kind of caller, as seen from the station {@link Target#OWN}. */
enum Asker {
    OWN_STATION(() -> Tokens.station(Target.OWN.station())),
    OTHER_STATION(() -> Tokens.station(Target.NEIGHBOUR.station())),
    OWN_COMMAND(() -> Tokens.command(Target.OWN.province())),
    OTHER_COMMAND(() -> Tokens.command(Target.FAR.province())),
    /** Of the command of the province, and named by the seal of {@link Target#SEALED}. */
    OFFICER(() -> Tokens.command(Target.OWN.province(), World.OFFICER)),
    ANALYST(() -> Tokens.of(Role.ANALYST)),
    AUDITOR(() -> Tokens.of(Role.AUDITOR)),
    ADMIN(() -> Tokens.of(Role.ADMIN)),
    NO_ROLE(Tokens::withoutRole),
    NO_TOKEN(() -> null);

    private final Supplier<@Nullable String> token;

    Asker(Supplier<@Nullable String> token) {
        this.token = token;
    }

    Optional<String> token() {
        return Optional.ofNullable(token.get());
    }
}
