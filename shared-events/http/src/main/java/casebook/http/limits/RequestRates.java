package casebook.http.limits;

import casebook.http.Caller;
import casebook.http.Problem;
import casebook.http.ProblemException;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.server.ServerWebExchange;

/** Counts the requests of each client, and refuses those that are too many. Clients that were silent for long are forgotten. */
public final class RequestRates {

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);
    private static final int MOST_CLIENTS = 100_000;

    private final boolean limited;
    private final LoadingCache<String, Bucket> clients;

    RequestRates(LimitProperties limits) {
        this.limited = limits.requestsPerSecond() > 0;
        this.clients = Caffeine.newBuilder()
                .maximumSize(MOST_CLIENTS)
                .expireAfterAccess(FORGOTTEN_AFTER)
                .build(client -> bucket(limits));
    }

    private static Bucket bucket(LimitProperties limits) {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(limits.burst()).refillGreedy(limits.requestsPerSecond(), Duration.ofSeconds(1)))
                .build();
    }

    /** @throws ProblemException 429 if the client whose token was verified asks too often */
    void count(Authentication client) {
        count("account " + (client.getPrincipal() instanceof Caller caller ? caller.subject() : client.getName()));
    }

    /** @throws ProblemException 429 if too much comes from the address without a token that is believed */
    public void countStranger(ServerWebExchange exchange) {
        count("address " + address(exchange.getRequest().getRemoteAddress()));
    }

    private void count(String client) {
        if (!limited) {
            return;
        }
        var probe = clients.get(client).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            var seconds = (int) TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
            throw new ProblemException(Problem.of("too-many-requests", HttpStatus.TOO_MANY_REQUESTS, seconds)
                    .with("retryAfter", seconds));
        }
    }

    private static String address(@Nullable InetSocketAddress remote) {
        return remote == null || remote.getAddress() == null
                ? ""
                : remote.getAddress().getHostAddress();
    }
}
