package casebook.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.ledger.TokenSerializer;
import casebook.query.LedgerFeed;
import java.time.Duration;
import java.util.Map;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final Generation INCIDENTS = new Generation("incidents", 1, 1);
    private static final Generation CASES = new Generation("cases", 1, 1);

    @Test
    void positionIsBehindTheEventOfTheStoredToken() {
        try (var feed = new LedgerFeed()) {
            var progress = progress(feed);
            assertThat(progress.of(INCIDENTS)).isZero();

            tokens(feed).initializeTokenSegments(INCIDENTS.key(), 1, new GlobalSequenceTrackingToken(6));
            tokens(feed).initializeTokenSegments(CASES.key(), 1, new GlobalSequenceTrackingToken(-1));

            assertThat(progress.of(INCIDENTS)).isEqualTo(7);
            assertThat(progress.of(CASES)).isZero();
        }
    }

    @Test
    void whoWaitsIsToldHowFarAllOfThisInstanceHaveCome() {
        try (var feed = new LedgerFeed()) {
            var progress = progress(feed);
            progress.advanced(INCIDENTS, 7);
            var told = progress.advances().next().toFuture();

            progress.advanced(CASES, 5);

            assertThat(told)
                    .succeedsWithin(Duration.ofSeconds(20))
                    .isEqualTo(Map.of(INCIDENTS.key(), 7L, CASES.key(), 5L));
        }
    }

    @Test
    void whatIsToldNeverGoesBack() {
        try (var feed = new LedgerFeed()) {
            var progress = progress(feed);
            progress.advanced(INCIDENTS, 7);
            var told = progress.advances().next().toFuture();

            progress.advanced(INCIDENTS, 5);

            assertThat(told).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(Map.of(INCIDENTS.key(), 7L));
        }
    }

    private static Progress progress(LedgerFeed feed) {
        return new Progress(feed.database(), new TokenSerializer(feed.serializer()));
    }

    private static TokenStore tokens(LedgerFeed feed) {
        return MongoTokenStore.builder()
                .mongoTemplate(Processors.template(feed.database()))
                .serializer(new TokenSerializer(feed.serializer()))
                .build();
    }
}
