package casebook.events;

import org.jspecify.annotations.Nullable;

/** A person in an incident. What names the person is sealed. */
public record Subject(
        SubjectId id,
        SubjectRole role,
        @Nullable Sex sex,
        @Nullable CountryCode nationality,
        @Nullable SealedPersonalData person) {

    /** Whether there was data of the person that can be sealed no more. */
    public boolean lostData() {
        return SealedPersonalData.ERASED.equals(person);
    }
}
