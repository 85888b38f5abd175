package casebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.command.web.ArrivingBody;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class ArrivingBodyTest {

    @Test
    void whoWaitsForMoreOfABodyIsWokenWhenItIsClosed() {
        var body = new ArrivingBody(Flux.never());
        var reading = new FutureTask<>(body::read);
        var reader = Thread.ofVirtual().start(reading);
        Eventually.assertThat(() -> reader.getState() == Thread.State.WAITING);
        body.close();
        assertThat(reading).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(-1);
        assertThat(body.isComplete()).isFalse();
    }
}
