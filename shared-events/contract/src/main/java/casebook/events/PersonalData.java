package casebook.events;

import org.jspecify.annotations.Nullable;

/** What names a person. It enters an event only as {@link SealedPersonalData}. */
public record PersonalData(
        @Nullable String name,
        @Nullable Integer birthYear,
        @Nullable Document document,
        @Nullable String address,
        @Nullable String contact) {

    public static final PersonalData NONE = new PersonalData(null, null, null, null, null);

    public boolean isEmpty() {
        return equals(NONE);
    }

    /** A paper that names a person; its type as the station writes it, such as {@code ID}. */
    public record Document(@Nullable String type, @Nullable String number) {}

    /** Says nothing of the person, so that no log or message can. */
    @Override
    public String toString() {
        return "PersonalData[…]";
    }
}
