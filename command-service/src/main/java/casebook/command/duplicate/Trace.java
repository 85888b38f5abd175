package casebook.command.duplicate;

import casebook.events.Category;
import casebook.events.IncidentFiled;
import casebook.events.IncidentId;
import casebook.events.Item;
import casebook.events.ProvinceCode;
import casebook.events.Seizure;
import casebook.events.StationCode;
import casebook.events.Subject;
import casebook.events.Vehicle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is remembered of a report, as it was filed, to compare others with.
 *
 * @param occurredAt in seconds since the epoch
 * @param plates as {@link #plate} writes them
 * @param persons those whose papers or names may tell who they are; sealed
 * @param text stands for the summary
 */
record Trace(
        IncidentId incident,
        String number,
        StationCode station,
        ProvinceCode province,
        Category category,
        long occurredAt,
        Set<Item> items,
        Set<String> plates,
        List<Subject> persons,
        int text) {

    /** In bytes: what every report takes, and what any object takes. */
    private static final int REPORT = 250;

    private static final int OBJECT = 64;

    static Trace of(IncidentFiled filed) {
        var details = filed.details();
        return new Trace(
                filed.incident(),
                filed.number(),
                filed.station(),
                filed.stationProvince(),
                details.category(),
                details.occurredAt().toEpochSecond(),
                details.seizures().stream().map(Seizure::item).collect(Collectors.toUnmodifiableSet()),
                details.vehicles().stream()
                        .map(Vehicle::plate)
                        .filter(Objects::nonNull)
                        .map(Trace::plate)
                        .filter(plate -> !plate.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()),
                details.subjects().stream()
                        .filter(subject -> subject.person() != null)
                        .toList(),
                details.summary().strip().toLowerCase(Locale.ROOT).hashCode());
    }

    /** How much memory it takes, about. */
    int bytes() {
        var ofPlates =
                plates.stream().mapToInt(plate -> OBJECT + 2 * plate.length()).sum();
        var ofPersons = persons.stream().mapToInt(Trace::bytes).sum();
        return REPORT + ofPlates + ofPersons;
    }

    private static int bytes(Subject subject) {
        var sealed =
                subject.person() == null ? 0 : subject.person().ciphertext().length();
        return 2 * OBJECT + sealed;
    }

    /** Letters and digits alone: stations write the same plate with and without dots and dashes. */
    private static String plate(String written) {
        return written.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
