package casebook.command.following;

import casebook.ledger.LedgerMessageSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.springframework.stereotype.Component;

/** Puts followers to work, on tokens that all instances share. */
@Component
public final class Followings {

    private final LedgerMessageSource source;
    private final TokenStore tokens;
    private final FollowingProperties properties;
    private final MeterRegistry metrics;

    Followings(LedgerMessageSource source, TokenStore tokens, FollowingProperties properties, MeterRegistry metrics) {
        this.source = source;
        this.tokens = tokens;
        this.properties = properties;
        this.metrics = metrics;
    }

    public Following of(Follower follower) {
        return measured(follower, new Following(follower, source, tokens, Following.FROM_THE_FIRST, properties));
    }

    /**
     * For a follower that keeps what it takes in memory alone: it follows on every instance, and begins anew at every start.
     *
     * @param newest how many of the events that are there it begins with
     */
    public Following ofMemory(Follower follower, long newest) {
        UnaryOperator<Long> first = position -> Math.max(0, position - newest);
        return measured(
                follower, new Following(follower, source, new InMemoryTokenStore(), first, properties.withoutRest()));
    }

    private Following measured(Follower follower, Following following) {
        Gauge.builder("casebook.following.position", following, Following::position)
                .description(
                        "Events that a follower of the command side has taken; 0 where it works on another instance")
                .tag("follower", follower.name())
                .register(metrics);
        return following;
    }
}
