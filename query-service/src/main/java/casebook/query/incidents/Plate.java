package casebook.query.incidents;

import casebook.events.IncidentDetails;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A vehicle's plate in the form in which two are compared: letters and digits alone, in upper case. */
public record Plate(String value) {

    /** Empty if the text has neither letter nor digit. */
    public static Optional<Plate> of(String text) {
        var plate = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Optional.of(plate).filter(found -> !found.isEmpty()).map(Plate::new);
    }

    /** Those of the vehicles that a report lists, each once. */
    public static List<Plate> in(IncidentDetails details) {
        return details.vehicles().stream()
                .flatMap(vehicle -> Optional.ofNullable(vehicle.plate()).flatMap(Plate::of).stream())
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return value;
    }
}
