package casebook.benchmarks.reads;

import casebook.events.EventJson;
import casebook.events.StationCode;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/** The command service, and the stations that report to it. */
final class ReportingStations implements AutoCloseable {

    private static final JsonMapper JSON = EventJson.mapper();
    private static final long LOOK_NANOS = 100_000_000;

    private final ServiceProcess service;
    private final Client client;
    private final AtomicInteger next;

    /**
     * Registers the stations, and waits until the service has followed the ledger to its end.
     *
     * @param position of the ledger, which no incident's number has reached
     */
    ReportingStations(ServiceProcess service, long position) {
        this.service = service;
        client = new Client(service);
        next = new AtomicInteger(Math.toIntExact(position));
        CompletableFuture.allOf(
                        SampleIncident.stations().stream().map(this::register).toArray(CompletableFuture<?>[]::new))
                .join();
        while (client.metric("casebook_following_position").anyMatch(followed -> followed < position)) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private CompletableFuture<?> register(StationCode code) {
        var station = new LinkedHashMap<>(GenerateFilings.station(code));
        station.remove("code");
        return client.send("PUT", "/stations/" + code, "ADMIN", JSON.writeValueAsString(station))
                .thenAccept(answer -> {
                    if (answer.statusCode() / 100 != 2) {
                        throw new IllegalStateException(answer.statusCode() + ": " + Client.text(answer));
                    }
                });
    }

    /** One that was not filed yet. */
    SampleIncident incident() {
        return SampleIncident.recent(next.getAndIncrement());
    }

    CompletableFuture<HttpResponse<byte[]>> file(SampleIncident incident) {
        return client.send(
                "POST",
                "/incidents",
                "STATION" + NamedRoles.SEPARATOR + incident.station(),
                JSON.writeValueAsString(GenerateFilings.filing(incident)));
    }

    double compiledMillis() {
        return client.compiledMillis();
    }

    String memory() {
        return service.memory();
    }

    @Override
    public void close() {
        client.close();
        service.close();
    }
}
