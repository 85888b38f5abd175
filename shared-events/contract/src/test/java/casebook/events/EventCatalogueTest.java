package casebook.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventCatalogueTest {

    @Test
    void noNameStandsForTwoEvents() {
        assertThat(EventCatalogue.entries())
                .extracting(EventCatalogue.Entry::name)
                .doesNotHaveDuplicates()
                .hasSize(Samples.all().size());
    }

    @Test
    void everyEventIsARecord() {
        assertThat(EventCatalogue.entries()).allMatch(entry -> entry.type().isRecord());
    }
}
