package casebook.command.incident;

import casebook.events.CountryCode;
import casebook.events.PersonalData;
import casebook.events.Sex;
import casebook.events.Subject;
import casebook.events.SubjectId;
import casebook.events.SubjectRole;
import casebook.personaldata.PersonVault;
import org.jspecify.annotations.Nullable;

/** A person as a station reports one, before the personal data is sealed. */
record SubjectDraft(
        SubjectId id,
        SubjectRole role,
        @Nullable Sex sex,
        @Nullable CountryCode nationality,
        PersonalData person) {

    /** What may enter an event; makes the person's key if there is personal data and no key yet. */
    Subject sealedBy(PersonVault vault) {
        return new Subject(id, role, sex, nationality, person.isEmpty() ? null : vault.seal(id, person));
    }
}
