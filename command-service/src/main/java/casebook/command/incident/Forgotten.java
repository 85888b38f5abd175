package casebook.command.incident;

import casebook.events.IncidentAmended;
import casebook.events.IncidentDetails;
import casebook.events.IncidentEvent;
import casebook.events.Subject;
import casebook.events.SubjectAdded;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Recognises repeats of what was said before a person was erased. What is sent again cannot be sealed again, and so not be compared: of such a person all but the
 * sealed data counts, and whatever name is sent is taken for the one that was forgotten.
 */
final class Forgotten {

    private Forgotten() {}

    static boolean isRepeat(IncidentEvent first, IncidentEvent asked) {
        if (first instanceof SubjectAdded before && asked instanceof SubjectAdded again) {
            return before.equals(new SubjectAdded(again.incident(), restored(again.subject(), before.subject())));
        }
        if (first instanceof IncidentAmended before && asked instanceof IncidentAmended again) {
            var subjects = restored(again.changes().subjects(), before.changes().subjects());
            return before.equals(new IncidentAmended(
                    again.incident(), again.reason(), again.changes().with(subjects)));
        }
        return first.equals(asked);
    }

    static boolean isRepeat(IncidentDetails first, IncidentDetails asked) {
        return first.equals(asked.with(Objects.requireNonNull(restored(asked.subjects(), first.subjects()))));
    }

    private static @Nullable List<Subject> restored(@Nullable List<Subject> asked, @Nullable List<Subject> first) {
        return asked == null || first == null
                ? asked
                : asked.stream()
                        .map(again -> first.stream()
                                .filter(before -> before.id().equals(again.id()))
                                .findFirst()
                                .map(before -> restored(again, before))
                                .orElse(again))
                        .toList();
    }

    /** With the data of the first time, where there was some. */
    private static Subject restored(Subject again, Subject first) {
        return again.lostData() && first.person() != null
                ? new Subject(again.id(), again.role(), again.sex(), again.nationality(), first.person())
                : again;
    }
}
