package casebook.command.following;

import casebook.ledger.LedgerMessageSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.eventhandling.tokenstore.TokenStore;
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
        var following = new Following(follower, source, tokens, properties);
        Gauge.builder("casebook.following.position", following, Following::position)
                .description(
                        "Events that a follower of the command side has taken; 0 where it works on another instance")
                .tag("follower", follower.name())
                .register(metrics);
        return following;
    }
}
