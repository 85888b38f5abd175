package casebook.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** An event that was stored must be readable for ever: the golden file of each type and revision is never changed, only added to by a further one. */
class GoldenFilesTest {

    private final JsonMapper mapper = EventJson.mapper();

    static List<EventCatalogue.Entry> everyEvent() {
        return EventCatalogue.entries();
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void anEventIsWrittenAsInItsGoldenFile(EventCatalogue.Entry entry) throws IOException {
        assertThat(mapper.writeValueAsString(sampleOf(entry))).isEqualTo(compact(golden(entry)));
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void aGoldenFileIsReadBackToTheSameEvent(EventCatalogue.Entry entry) throws IOException {
        assertThat(mapper.readValue(golden(entry), entry.type())).isEqualTo(sampleOf(entry));
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void theSampleOfAnEventLeavesNoMemberOut(EventCatalogue.Entry entry) {
        assertThat(silentMembers("", sampleOf(entry))).isEmpty();
    }

    private static CasebookEvent sampleOf(EventCatalogue.Entry entry) {
        return Samples.all().stream()
                .filter(entry.type()::isInstance)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no sample of " + entry.name()));
    }

    private static String golden(EventCatalogue.Entry entry) throws IOException {
        var name = "/golden/" + entry.name() + "." + entry.revision() + ".json";
        try (var file = GoldenFilesTest.class.getResourceAsStream(name)) {
            assertThat(file).as(name).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String compact(String json) {
        return mapper.writeValueAsString(mapper.readTree(json));
    }

    private static Stream<String> silentMembers(String path, Object value) {
        return switch (value) {
            case Optional<?> absent when absent.isEmpty() -> Stream.of(path);
            case Collection<?> many when many.isEmpty() -> Stream.of(path);
            case Map<?, ?> many when many.isEmpty() -> Stream.of(path);
            case Collection<?> many -> many.stream().flatMap(one -> silentMembers(path + "/*", one));
            case Record members ->
                Stream.of(members.getClass().getRecordComponents())
                        .flatMap(member -> silentMembers(path + "/" + member.getName(), valueOf(member, members)));
            default -> Stream.empty();
        };
    }

    private static Object valueOf(RecordComponent member, Record members) {
        try {
            var value = member.getAccessor().invoke(members);
            return value == null ? Optional.empty() : value;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
