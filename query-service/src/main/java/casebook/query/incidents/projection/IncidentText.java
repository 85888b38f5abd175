package casebook.query.incidents.projection;

import casebook.events.Enterprise;
import casebook.events.Item;
import casebook.events.Place;
import casebook.query.incidents.IncidentState;
import casebook.query.platform.Labels;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an incident is found by: its number, place, items (their codes and what they are called), enterprises, and what was written of it. Persons are
 * not among it.
 */
final class IncidentText {

    private static final Locale VIETNAMESE = Locale.of("vi");

    private final Map<Item, String> items = new EnumMap<>(Item.class);

    IncidentText(Labels labels) {
        Arrays.stream(Item.values())
                .forEach(item -> items.put(
                        item,
                        String.join(" ", item.name(), labels.of(item, VIETNAMESE), labels.of(item, Locale.ENGLISH))));
    }

    Stream<@Nullable String> of(IncidentState state) {
        var details = state.details();
        return Stream.of(
                        Stream.of(state.number()),
                        of(details.place()),
                        details.seizures().stream().map(seizure -> items.get(seizure.item())),
                        details.enterprises().stream().flatMap(IncidentText::of),
                        Stream.of(details.summary()),
                        details.seizures().stream().map(seizure -> seizure.description()))
                .flatMap(texts -> texts);
    }

    private static Stream<@Nullable String> of(Place place) {
        return Stream.of(place.province().value(), place.district(), place.commune(), place.marker());
    }

    private static Stream<@Nullable String> of(Enterprise enterprise) {
        return Stream.of(enterprise.name(), enterprise.registration());
    }
}
