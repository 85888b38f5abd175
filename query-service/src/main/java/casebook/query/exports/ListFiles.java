package casebook.query.exports;

import casebook.http.Scope;
import casebook.query.platform.Parameters;
import java.util.List;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers a list as a file with all its rows. */
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
     * @param position that the rows are as of; of a list that keeps no former states, what was reached before the first row was read
     */
    public record Export(Format format, String filter, Scope scope, long position) {

        /** @param names of the parameters that say which rows there are */
        public static Export of(Format format, Parameters parameters, List<String> names, Scope scope, long position) {
            return new Export(format, FilterText.of(parameters, names), scope, position);
        }
    }
}
