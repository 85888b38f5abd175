package casebook.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IncidentPersonsTest {

    private static final IncidentId INCIDENT = new IncidentId(new UUID(0, 1));
    private static final Subject LAN = subject(2, new SealedPersonalData("c2VhbGVk"));
    private static final Subject NOBODY = subject(3, null);

    @Test
    void aPersonIsNamedForEverWhateverTheReportSaysLater() {
        var persons = IncidentPersons.NONE
                .after(new SubjectAdded(INCIDENT, LAN))
                .after(new SubjectAdded(INCIDENT, NOBODY))
                .after(new SubjectAdded(INCIDENT, LAN))
                .after(new IncidentAccepted(INCIDENT));
        assertThat(persons.named()).containsExactly(LAN.id());
        assertThat(persons.erased()).isEmpty();
        assertThat(persons.kept()).containsExactly(LAN.id());
    }

    @Test
    void whoWasErasedStaysNamedAndErased() {
        var erasure = new PersonalDataErased(INCIDENT, LAN.id(), "asked for");
        var persons = IncidentPersons.NONE
                .after(new SubjectAdded(INCIDENT, LAN))
                .after(erasure)
                .after(erasure);
        assertThat(persons).isEqualTo(new IncidentPersons(List.of(LAN.id()), List.of(LAN.id())));
        assertThat(persons.kept()).isEmpty();
    }

    private static Subject subject(long id, @Nullable SealedPersonalData data) {
        return new Subject(new SubjectId(new UUID(0, id)), SubjectRole.SUSPECT, null, null, data);
    }
}
