package casebook.command.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.ExhibitId;
import casebook.events.FileId;
import casebook.mongod.SharedMongod;
import com.mongodb.client.MongoClients;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class OngoingUploadTest {

    private static final Instant BEGUN = Instant.parse("2024-03-01T00:00:00Z");
    private static final Duration GRACE = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofMinutes(15);

    private final AtomicReference<Instant> now = new AtomicReference<>(BEGUN);
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final FileId file = new FileId(UUID.randomUUID());

    @Test
    void anUploadIsNotGivenUpWhileItsBytesArrive() throws IOException {
        try (var mongo = MongoClients.create(SharedMongod.connectionString())) {
            var database = mongo.getDatabase("uploads-" + UUID.randomUUID());
            var uploads = new Uploads(database);
            uploads.begin(file, new ExhibitId(UUID.randomUUID()), BEGUN);
            var bytes = new OngoingUpload(
                    new ByteArrayInputStream(new byte[10]), () -> uploads.goesOn(file, now.get()), PAUSE, clock);
            for (int minute = 0; minute < 100; minute += 10) {
                pass(Duration.ofMinutes(10));
                assertThat(bytes.read()).isZero();
                assertThat(uploads.giveUp(now.get().minus(GRACE))).isEmpty();
            }
            pass(GRACE.plus(PAUSE));
            assertThat(bytes.read()).isEqualTo(-1);
            assertThat(uploads.giveUp(now.get().minus(GRACE))).isPresent();
            assertThat(uploads.goesOn(file, now.get())).isFalse();
            database.drop();
        }
    }

    @Test
    void itIsSaidNowAndThenAlone() throws IOException {
        var said = new int[1];
        var bytes = new OngoingUpload(new ByteArrayInputStream(new byte[300]), () -> said[0]++, PAUSE, clock);
        for (int chunk = 0; chunk < 30; chunk++) {
            pass(Duration.ofMinutes(1));
            assertThat(bytes.read(new byte[10], 0, 10)).isEqualTo(10);
        }
        assertThat(said[0]).isEqualTo(2);
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }
}
