package casebook.command.incident;

import casebook.events.CountryCode;
import casebook.events.IncidentId;
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

    /** What may enter an event of this incident; makes the person's key if there is personal data and no key yet. Of a person who was erased it may not. */
    Subject sealedBy(PersonVault vault, IncidentId incident) {
        return new Subject(id, role, sex, nationality, person.isEmpty() ? null : vault.seal(id, incident, person));
    }
}
