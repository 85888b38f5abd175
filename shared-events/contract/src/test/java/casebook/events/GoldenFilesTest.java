package casebook.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** An event that was stored must be readable for ever: the golden file of each type and revision is never changed, only added to by a further one. */
class GoldenFilesTest {

    private final JsonMapper mapper = EventJson.mapper();

    static List<CasebookEvent> everyEvent() {
        return Samples.all();
    }

    @Test
    void everyEventHasOneSample() {
        assertThat(recordsOf(CasebookEvent.class))
                .containsExactlyInAnyOrderElementsOf(
                        Samples.all().stream().<Class<?>>map(Object::getClass).toList());
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void anEventIsWrittenAsInItsGoldenFile(CasebookEvent event) throws IOException {
        assertThat(mapper.writeValueAsString(event)).isEqualTo(compact(golden(event)));
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void aGoldenFileIsReadBackToTheSameEvent(CasebookEvent event) throws IOException {
        assertThat(mapper.readValue(golden(event), entryOf(event).type())).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void theSampleOfAnEventLeavesNoMemberOut(CasebookEvent event) {
        assertThat(silentMembers("", event)).isEmpty();
    }

    private static Stream<Class<?>> recordsOf(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(GoldenFilesTest::recordsOf)
                : Stream.of(type);
    }

    private static EventCatalogue.Entry entryOf(CasebookEvent event) {
        return EventCatalogue.entries().stream()
                .filter(entry -> entry.type().isInstance(event))
                .findFirst()
                .orElseThrow();
    }

    /** Events of several streams that share a name have a file each. */
    private static String golden(CasebookEvent event) throws IOException {
        var name = "/golden/" + event.getClass().getSimpleName() + "."
                + entryOf(event).revision() + ".json";
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
