package casebook.query.stream;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.CaseSealed;
import casebook.events.NoteAdded;
import casebook.events.NoteId;
import casebook.http.Caller;
import casebook.http.Role;
import casebook.query.Sample;
import casebook.query.ServiceTest;
import casebook.query.projection.LedgerEvents;
import casebook.query.projection.ReadModels;
import casebook.query.projection.Reading;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ChangePagesTest extends ServiceTest {

    private static final int MORE_THAN_A_PAGE = ChangePages.MOST + 4;

    @Autowired
    private ReadModels models;

    @Autowired
    private LedgerEvents ledger;

    @Autowired
    private EventText text;

    @Test
    void aPageIsSharedUntilSomethingHappensWhichMayBeASeal() {
        var pages = new ChangePages(ledger, text);
        var before = FEED.reader().position();
        var filed = Sample.filed(Sample.incident(), Sample.STATION, Sample.PROVINCE, 1, Sample.detailsWith(List.of()));
        var caseFile = Sample.caseFile();
        FEED.append(filed);
        FEED.append(Sample.opened(caseFile, filed));
        for (int note = 0; note < MORE_THAN_A_PAGE; note++) {
            FEED.append(new NoteAdded(caseFile, new NoteId(UUID.randomUUID()), "Seen again"));
        }
        var open = reading();
        var page = pages.from(before, Long.MAX_VALUE, open);
        assertThat(seen(Objects.requireNonNull(page.block()))).contains(caseFile.toString());
        assertThat(pages.from(before, Long.MAX_VALUE, open)).isSameAs(page);

        FEED.append(new CaseSealed(caseFile, "An informer", List.of("Vo Thi E")));
        assertThat(seen(Objects.requireNonNull(
                        pages.from(before, Long.MAX_VALUE, reading()).block())))
                .containsExactly(filed.incident().toString());
    }

    private Reading reading() {
        return Objects.requireNonNull(models.reached(FEED.reader().position(), ChangePages.PROJECTIONS)
                .block());
    }

    private static List<String> seen(ChangePage page) {
        var caller = new Caller("user-1", "Tran Thi B", Set.of(Role.COMMAND), null, Sample.PROVINCE);
        return page.seenBy(Audience.of(caller)).stream()
                .map(ChangeView::id)
                .distinct()
                .toList();
    }
}
