package casebook.command.handling;

import casebook.http.Caller;
import casebook.http.Role;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * On what terms a command is given; travels in the command message's metadata.
 *
 * @param request the id that the client chose for what it asks, by which a repeat is recognised
 * @param ifMatch the versions that the client would write on, null for any
 */
public record Terms(
        Caller caller, @Nullable UUID request, @Nullable Set<String> ifMatch) {

    private static final String KEY = "terms";
    private static final Set<Role> WRITERS = EnumSet.of(Role.STATION, Role.COMMAND, Role.ADMIN);

    /** A role that only reads widens no write. */
    public Terms {
        var roles = EnumSet.copyOf(WRITERS);
        roles.retainAll(caller.roles());
        caller = new Caller(caller.subject(), caller.name(), roles, caller.station(), caller.province());
    }

    public static Terms of(Caller caller) {
        return new Terms(caller, null, null);
    }

    /** What the service does on its own account, such as noticing that a deadline passed. */
    public static Terms ofService(String name) {
        return of(new Caller("casebook", name, EnumSet.of(Role.ADMIN), null, null));
    }

    public Terms with(@Nullable UUID chosen) {
        return new Terms(caller, chosen, ifMatch);
    }

    /** Whether the client would write on this version. */
    public boolean match(long version) {
        return ifMatch == null || ifMatch.contains("*") || ifMatch.contains("\"" + version + "\"");
    }

    public static Terms in(MetaData metadata) {
        return Objects.requireNonNull((Terms) metadata.get(KEY));
    }

    MetaData toMetaData() {
        return MetaData.with(KEY, this);
    }
}
