package casebook.verify;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.util.HashSet;
import java.util.Set;

/** JSON read strictly, member by member. */
final class Json {

    /** Reads one value. */
    @FunctionalInterface
    interface Value {
        void read(JsonReader json) throws IOException;
    }

    /** Reads the value of a member, or skips it. */
    @FunctionalInterface
    interface Member {
        void read(String name, JsonReader json) throws IOException;
    }

    private Json() {}

    /**
     * Reads a whole document.
     *
     * @param what what a sentence calls it
     */
    static void document(String what, Reader text, Value value) {
        try (JsonReader json = new JsonReader(text)) {
            json.setStrictness(Strictness.STRICT);
            value.read(json);
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw new IllegalStateException("text after its end");
            }
        } catch (IOException | IllegalStateException | IllegalArgumentException e) {
            // The library's messages end with a link to its own manual, on a line of its own.
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("not JSON");
            throw Wrong.Kind.UNREADABLE.with("%s: %s.".formatted(what, reason));
        }
    }

    /** Reads an object; a member that is there twice is an error. */
    static void object(JsonReader json, Member member) throws IOException {
        Set<String> names = new HashSet<>();
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            if (!names.add(name)) {
                throw new IllegalStateException("\"" + name + "\" is there twice");
            }
            member.read(name, json);
        }
        json.endObject();
    }

    static void array(JsonReader json, Value element) throws IOException {
        json.beginArray();
        while (json.hasNext()) {
            element.read(json);
        }
        json.endArray();
    }
}
