package casebook.query.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Server-sent events as bytes. */
@Component
final class EventText {

    private static final int SOONEST_RETURN_MILLIS = 1000;
    private static final int LATEST_RETURN_MILLIS = 5000;

    private final JsonMapper json;

    EventText(JsonMapper json) {
        this.json = json;
    }

    byte[] of(List<ChangeView> changes) {
        return changes.stream()
                .map(change -> event(change.position(), change.type(), change))
                .collect(Collectors.joining())
                .getBytes(UTF_8);
    }

    byte[] heartbeat() {
        return ":\n\n".getBytes(UTF_8);
    }

    /** Nothing is made of it but the place from which to go on. */
    byte[] heartbeat(long position) {
        return ":\nid:%d\n\n".formatted(position).getBytes(UTF_8);
    }

    /** Who are ended together come back one after the other. */
    byte[] end(long position, Ending ending) {
        var pause = ThreadLocalRandom.current().nextInt(SOONEST_RETURN_MILLIS, LATEST_RETURN_MILLIS);
        return ("retry:" + pause + "\n" + event(position, "end", new End(position, ending.reason()))).getBytes(UTF_8);
    }

    private String event(long position, String type, Object data) {
        return "id:" + position + "\nevent:" + type + "\ndata:" + json.writeValueAsString(data) + "\n\n";
    }

    private record End(long position, String reason) {}
}
