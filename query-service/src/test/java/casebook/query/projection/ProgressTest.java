package casebook.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.query.LedgerFeed;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final Generation INCIDENTS = new Generation("incidents", 1, 1);
    private static final Generation CASES = new Generation("cases", 1, 1);

    @Test
    void whoWaitsIsToldHowFarAllOfThisInstanceHaveCome() {
        try (var feed = new LedgerFeed()) {
            var progress = new Progress(feed.database());
            progress.advance(INCIDENTS, 7);
            var told = progress.advances().next().toFuture();

            progress.advance(CASES, 5);

            assertThat(told)
                    .succeedsWithin(Duration.ofSeconds(20))
                    .isEqualTo(Map.of(INCIDENTS.key(), 7L, CASES.key(), 5L));
        }
    }

    @Test
    void positionNeverGoesBack() {
        try (var feed = new LedgerFeed()) {
            var progress = new Progress(feed.database());
            progress.advance(INCIDENTS, 7);
            var told = progress.advances().next().toFuture();

            progress.advance(INCIDENTS, 5);

            assertThat(progress.of(INCIDENTS)).isEqualTo(7);
            assertThat(told).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(Map.of(INCIDENTS.key(), 7L));
        }
    }
}
