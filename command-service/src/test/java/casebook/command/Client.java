package casebook.command;

import casebook.http.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A caller of the running service. Paths are given without {@code /api/v1}. */
final class Client {

    static final Client TAN_THANH = station("VN-09-TAN-THANH");
    static final Client CHI_MA = station("VN-09-CHI-MA");
    static final Client NAM_CAN = station("VN-22-NAM-CAN");
    static final Client COMMAND_09 = new Client(RunningService.token(Role.COMMAND, null, "VN-09"));
    static final Client COMMAND_22 = new Client(RunningService.token(Role.COMMAND, null, "VN-22"));
    static final Client ADMIN = new Client(RunningService.token(Role.ADMIN, null, null));
    static final Client ANALYST = new Client(RunningService.token(Role.ANALYST, null, null));
    static final Client AUDITOR = new Client(RunningService.token(Role.AUDITOR, null, null));
    static final Client NOBODY = new Client(null);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final @Nullable String token;

    Client(@Nullable String token) {
        this.token = token;
    }

    /** An officer of the station Tân Thanh. */
    static Client officer(String name) {
        return new Client(RunningService.token(name, List.of(Role.STATION.name()), "VN-09-TAN-THANH", null));
    }

    /** An officer of the command of Lạng Sơn. */
    static Client commander(String name) {
        return new Client(RunningService.token(name, List.of(Role.COMMAND.name()), null, "VN-09"));
    }

    private static Client station(String code) {
        return new Client(RunningService.token(Role.STATION, code, null));
    }

    /** @param headers names and values in turn */
    Answer post(String path, Object json, String... headers) {
        return send("POST", path, BodyPublishers.ofString(json.toString()), with(headers, "application/json"));
    }

    Answer put(String path, Object json, String... headers) {
        return send("PUT", path, BodyPublishers.ofString(json.toString()), with(headers, "application/json"));
    }

    Answer delete(String path, String... headers) {
        return send("DELETE", path, BodyPublishers.noBody(), headers);
    }

    Answer ndjson(String lines, String... headers) {
        return ndjson(BodyPublishers.ofString(lines), headers);
    }

    Answer ndjson(BodyPublisher lines, String... headers) {
        return send("POST", "/incidents/batch", lines, with(headers, "application/x-ndjson"));
    }

    Answer csv(String rows) {
        return send("POST", "/incidents/batch", BodyPublishers.ofString(rows), "Content-Type", "text/csv");
    }

    Answer send(String method, String path, BodyPublisher body, String... headers) {
        var request =
                HttpRequest.newBuilder(RunningService.uri("/api/v1" + path)).method(method, body);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String[] with(String[] headers, String contentType) {
        var more = Arrays.copyOf(headers, headers.length + 2);
        more[headers.length] = "Content-Type";
        more[headers.length + 1] = contentType;
        return more;
    }
}
