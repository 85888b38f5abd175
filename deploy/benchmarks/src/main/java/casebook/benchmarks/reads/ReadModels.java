package casebook.benchmarks.reads;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ObjLongConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How far the query service's read models are. */
final class ReadModels {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ADMIN = "ADMIN";
    private static final int ACCEPTED = 202;
    private static final long LOOK_NANOS = 100_000_000;
    private static final List<String> WRITES = List.of("insert", "update", "delete");

    private final Client client;

    ReadModels(Client client) {
        this.client = client;
    }

    /**
     * Waits until each has reached the end of the ledger.
     *
     * @param arrived is told the name and the position of each that has
     */
    void await(ObjLongConsumer<String> arrived) {
        var behind = new ArrayList<String>();
        for (var status : JSON.readTree(client.body("/projections", ADMIN))) {
            behind.add(status.get("name").asString());
        }
        while (!behind.isEmpty()) {
            for (var name : List.copyOf(behind)) {
                var status = status(name);
                if (isThere(status)) {
                    behind.remove(name);
                    arrived.accept(name, position(status));
                }
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /** Makes one anew, and comes back when that serves. Returns how many events a second it took. */
    double rebuild(String name) {
        var start = System.nanoTime();
        var begun = client.send("POST", "/projections/" + name + "/rebuild", ADMIN, "")
                .join();
        if (begun.statusCode() != ACCEPTED) {
            throw new IllegalStateException(Client.text(begun));
        }
        var status = status(name);
        while (!isThere(status)) {
            LockSupport.parkNanos(LOOK_NANOS);
            status = status(name);
        }
        var rate = SampleData.perSecond(position(status), start);
        while (!status(name).get("done").asBoolean()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return rate;
    }

    /** How many seconds the service has spent so far waiting for MongoDB to write into some collections, and to commit. */
    double writing(Collection<String> collections) {
        return client.metric(
                        "mongodb_driver_commands_seconds_sum",
                        labels -> isOf(labels, "command", List.of("commitTransaction"))
                                || isOf(labels, "command", WRITES) && isOf(labels, "collection", collections))
                .sum();
    }

    private static boolean isOf(String labels, String name, Collection<String> values) {
        return values.stream().anyMatch(value -> labels.contains(name + "=\"" + value + "\""));
    }

    private static boolean isThere(JsonNode status) {
        return position(status) >= status.get("head").asLong();
    }

    private static long position(JsonNode status) {
        return status.get("position").asLong();
    }

    private JsonNode status(String name) {
        return JSON.readTree(client.body("/projections/" + name + "/rebuild", ADMIN));
    }
}
