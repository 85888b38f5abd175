package casebook.loader;

import io.netty.handler.codec.http.HttpMethod;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Registers the stations of a file: one PUT body a line, with its {@code code} as an additional member. */
record Stations(CommandService service, Attempts attempts, Token token) {
    int register(Path file) {
        int registered = 0;
        try (Rows rows = Rows.of(file, Format.NDJSON)) {
            while (rows.hasNext()) {
                Row row = rows.next();
                if (!row.isBlank()) {
                    register(file, row);
                    registered++;
                }
            }
        }
        return registered;
    }

    private void register(Path file, Row row) {
        String place = file + ", line " + row.line();
        ObjectNode station = parse(place, row);
        String code = station.path("code").asString("");
        station.remove("code");
        String path = "/api/v1/stations/"
                + URLEncoder.encode(code, StandardCharsets.UTF_8).replace("+", "%20");
        attempts.untilDone(() -> service.send(HttpMethod.PUT, path, station.toString(), token.value())
                .orRefused(place + ": station " + code));
        attempts.progressed();
    }

    private static ObjectNode parse(String place, Row row) {
        try {
            JsonNode json = Json.read(row.text());
            if (json instanceof ObjectNode station && station.path("code").isString()) {
                return station;
            }
        } catch (JacksonException e) {
            throw new BadFile(place + " is not JSON: " + e.getOriginalMessage());
        }
        throw new BadFile(place + " has no member \"code\" with the station's code");
    }
}
