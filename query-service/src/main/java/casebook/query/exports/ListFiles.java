package casebook.query.exports;

import casebook.http.Scope;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers a list as a file with all its rows, each as it is when it is read. */
@Component
public final class ListFiles {

    private static final int ROWS_AHEAD = 256;

    private final Provenances provenances;

    ListFiles(Provenances provenances) {
        this.provenances = provenances;
    }

    /** @param rows all of them */
    public <T> Mono<ResponseEntity<Object>> file(Listing<T> listing, Export export, Flux<T> rows) {
        return provenances
                .of(new Issued(
                        listing.name(),
                        export.filter(),
                        export.scope(),
                        Set.of(),
                        export.position(),
                        export.position()))
                .map(provenance -> Download.of(
                        new Sheet(
                                listing.name(),
                                provenance,
                                listing.header(),
                                () -> rows.map(listing::values).toStream(ROWS_AHEAD)),
                        export.format()));
    }

    /**
     * What is exported of a list, as what, for whom.
     *
     * @param position that the list had reached before the first row was read
     */
    public record Export(Format format, String filter, Scope scope, long position) {

        public static Export of(
                Format format, ServerWebExchange exchange, List<String> parameters, Scope scope, long position) {
            return new Export(format, filter(exchange, parameters), scope, position);
        }

        private static String filter(ServerWebExchange exchange, List<String> parameters) {
            var given = exchange.getRequest().getQueryParams();
            return parameters.stream()
                    .filter(given::containsKey)
                    .map(name -> name + "=" + given.getFirst(name))
                    .collect(Collectors.joining("&"));
        }
    }
}
