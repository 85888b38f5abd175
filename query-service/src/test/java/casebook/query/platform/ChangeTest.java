package casebook.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeTest {

    @Test
    void ofAListOnlyWhatCameAndWhatWentIsTold() {
        assertChange(List.of("a"), List.of("a", "b"), null, List.of("b"));
        assertChange(List.of("a", "b", "c"), List.of("a", "c"), List.of("b"), null);
        assertChange(List.of("a", "b", "c"), List.of("a", "x", "c"), List.of("b"), List.of("x"));
        assertChange(List.of("a", "b", "c"), List.of("b", "c", "a2"), List.of("a"), List.of("a2"));
    }

    @Test
    void whatIsAddedOnceMoreIsTold() {
        assertChange(List.of("a", "b"), List.of("a", "b", "a"), null, List.of("a"));
        assertChange(List.of("a", "b", "a"), List.of("a", "b"), List.of("a"), null);
    }

    @Test
    void anotherOrderIsAChangeOfTheWholeList() {
        assertChange(List.of("a", "b", "c"), List.of("a", "c", "b"), List.of("a", "b", "c"), List.of("a", "c", "b"));
    }

    @Test
    void aListThatWasNotThereIsTold() {
        assertThat(Change.between(Map.of(), Map.of("list", List.of("a"))))
                .containsExactly(new Change("list", null, List.of("a")));
        assertThat(Change.between(Map.of("list", List.of("a")), Map.of()))
                .containsExactly(new Change("list", List.of("a"), null));
    }

    @Test
    void aHistoryOfAdditionsIsAsLongAsWhatWasAdded() {
        var list = new ArrayList<String>();
        var told = IntStream.range(0, 500)
                .mapToLong(n -> {
                    var before = Map.<String, Object>of("list", List.copyOf(list));
                    list.add("note " + n);
                    return sizes(Change.between(before, Map.of("list", List.copyOf(list))));
                })
                .sum();
        assertThat(told).isEqualTo(500);
    }

    private static long sizes(List<Change> changes) {
        return changes.stream()
                .mapToLong(change -> size(change.from()) + size(change.to()))
                .sum();
    }

    private static long size(@Nullable Object list) {
        return list == null ? 0 : ((List<?>) list).size();
    }

    private static void assertChange(
            List<String> before, List<String> after, @Nullable Object from, @Nullable Object to) {
        assertThat(Change.between(Map.of("list", before), Map.of("list", after)))
                .containsExactly(new Change("list", from, to));
    }
}
