package casebook.benchmarks.reads;

import java.net.http.HttpResponse;
import tools.jackson.databind.json.JsonMapper;

/** Counts the rows of an answer: of a timeline, of a list's page or of a table. */
final class Rows {

    private static final JsonMapper JSON = new JsonMapper();

    private Rows() {}

    static int of(HttpResponse<byte[]> answer) {
        var body = JSON.readTree(Client.text(answer));
        return (body.isArray() ? body : body.path(body.has("items") ? "items" : "years")).size();
    }
}
