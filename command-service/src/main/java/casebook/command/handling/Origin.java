package casebook.command.handling;

import casebook.http.Role;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/** Writes into each event's metadata who asked for it, in which roles, from which station, by which id, and by which command. */
public final class Origin implements CorrelationDataProvider {

    /** Metadata member with the name of who asked. */
    public static final String ACTOR = "actor";

    /** Metadata member with the id that the client chose for what it asked. */
    public static final String REQUEST = "request";

    /** Metadata member with the roles by which the caller could write; what an ADMIN files is an import. */
    public static final String ROLES = "roles";

    @Override
    public Map<String, ?> correlationDataFor(Message<?> command) {
        var terms = Terms.in(command.getMetaData());
        var origin = new HashMap<String, Object>();
        origin.put(ACTOR, terms.caller().name());
        origin.put("client", terms.caller().subject());
        origin.put(
                ROLES, terms.caller().roles().stream().sorted().map(Role::name).toList());
        origin.put("causation", command.getIdentifier());
        if (terms.caller().station() != null) {
            origin.put("station", terms.caller().station().value());
        }
        if (terms.request() != null) {
            origin.put(REQUEST, terms.request().toString());
        }
        return origin;
    }
}
