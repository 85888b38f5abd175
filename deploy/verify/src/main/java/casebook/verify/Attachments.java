package casebook.verify;

import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Checks {@code attachments.json}: each {@code sha256} in it is that of a file which an event of the bundle recorded. */
final class Attachments {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final List<String> hashes = new ArrayList<>();

    private Attachments() {}

    /** The number of attachments. */
    static int check(Bundle bundle, List<BundledEvent> events) {
        Attachments attachments = new Attachments();
        Json.document(Bundle.ATTACHMENTS, bundle.reader(Bundle.ATTACHMENTS), attachments::value);
        for (String hash : attachments.hashes) {
            String quoted = '"' + hash + '"';
            if (events.stream().noneMatch(event -> event.text().contains(quoted))) {
                throw Wrong.Kind.ADDED.with("%s names the file with SHA-256 %s, which no event of the bundle recorded."
                        .formatted(Bundle.ATTACHMENTS, hash));
            }
        }
        return attachments.hashes.size();
    }

    private void value(JsonReader json) throws IOException {
        switch (json.peek()) {
            case BEGIN_ARRAY -> Json.array(json, this::value);
            case BEGIN_OBJECT -> Json.object(json, this::member);
            default -> json.skipValue();
        }
    }

    private void member(String name, JsonReader json) throws IOException {
        if (!name.equals("sha256")) {
            value(json);
            return;
        }
        String hash = json.nextString().toLowerCase(Locale.ROOT);
        if (!SHA256.matcher(hash).matches()) {
            throw new IllegalStateException("\"sha256\" is not 64 hexadecimal digits");
        }
        hashes.add(hash);
    }
}
