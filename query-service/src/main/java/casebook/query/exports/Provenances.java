package casebook.query.exports;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says of an export where it comes from, once its code is kept. */
@Component
public final class Provenances {

    private final ExportCodes codes;
    private final Clock clock;

    Provenances(ExportCodes codes, Clock clock, @Value("${casebook.reporting.zone:Asia/Ho_Chi_Minh}") ZoneId zone) {
        this.codes = codes;
        this.clock = clock.withZone(zone);
    }

    public Mono<Provenance> of(Issued export) {
        return codes.issue(export)
                .map(code -> new Provenance(export.position(), export.shown(), OffsetDateTime.now(clock), code));
    }
}
