package casebook.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventCatalogueTest {

    @Test
    void noNameStandsForTwoEvents() {
        assertThat(EventCatalogue.entries())
                .extracting(EventCatalogue.Entry::name)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyEventIsARecord() {
        assertThat(Samples.all()).allMatch(event -> event.getClass().isRecord());
    }

    @Test
    void whatIsDueIsMissedUnderOneNameInEveryStream() {
        assertThat(Samples.all().stream().filter(DeadlineMissed.class::isInstance))
                .hasSize(3)
                .allMatch(event -> EventCatalogue.nameOf(event).equals("DeadlineMissed"));
        assertThat(EventCatalogue.entries())
                .contains(new EventCatalogue.Entry(DeadlineMissed.class, "DeadlineMissed", 1));
    }
}
