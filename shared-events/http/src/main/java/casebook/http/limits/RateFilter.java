package casebook.http.limits;

import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Counts what security has let through. Behind its filters, which know the caller; whom they turn away they count themselves. */
@Order(-1)
final class RateFilter implements WebFilter {

    private static final String HEALTH = "/actuator/";

    private final RequestRates rates;

    RateFilter(RequestRates rates) {
        this.rates = rates;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (exchange.getRequest().getPath().value().startsWith(HEALTH)) {
            return chain.filter(exchange);
        }
        return exchange.<Authentication>getPrincipal()
                .doOnNext(rates::count)
                .hasElement()
                .doOnNext(known -> {
                    if (!known) {
                        rates.countStranger(exchange);
                    }
                })
                .then(Mono.defer(() -> chain.filter(exchange)));
    }
}
