package casebook.query.audit.web;

import casebook.query.audit.view.LedgerExport;
import casebook.query.platform.PositionedReads;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Gives reads that take nothing from a read model the position of the ledger. Behind the filters of security. */
@Component
@Order(1)
final class LedgerPositions implements WebFilter {

    private static final Pattern READS = Pattern.compile("/api/v1/(audit/(access(/.*)?|key)|projections(/.*)?)");

    private final LedgerExport ledger;

    LedgerPositions(LedgerExport ledger) {
        this.ledger = ledger;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return isWithoutReadModel(exchange.getRequest())
                ? Mono.defer(() -> ledger.position(PositionedReads.minPosition(exchange)))
                        .doOnNext(position -> exchange.getResponse()
                                .getHeaders()
                                .set(PositionedReads.POSITION, Long.toString(position)))
                        .then(chain.filter(exchange))
                : chain.filter(exchange);
    }

    private static boolean isWithoutReadModel(ServerHttpRequest request) {
        return request.getMethod() == HttpMethod.GET
                && READS.matcher(request.getPath().pathWithinApplication().value())
                        .matches();
    }
}
