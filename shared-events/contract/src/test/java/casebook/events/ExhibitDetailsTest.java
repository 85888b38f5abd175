package casebook.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExhibitDetailsTest {

    private static final ExhibitId EXHIBIT = new ExhibitId(new UUID(0, 1));
    private static final TransferId TRANSFER = new TransferId(new UUID(0, 2));
    private static final FileId FILE = new FileId(new UUID(0, 3));
    private static final ExhibitDetails ENTERED = ExhibitDetails.of(new ExhibitEntered(
            EXHIBIT,
            new IncidentId(new UUID(0, 4)),
            new StationCode("VN-09-TAN-THANH"),
            new ProvinceCode("VN-09"),
            null,
            "Ninety bricks",
            Quantity.of("33.918"),
            Unit.KG,
            "Hoàng",
            null));
    private static final CustodyTransferOffered OFFERED =
            new CustodyTransferOffered(EXHIBIT, TRANSFER, null, null, null, "Lê", "…");

    @Test
    void anOfferChangesNeitherCustodianNorBalance() {
        var offered = ENTERED.after(OFFERED);
        assertThat(offered.custodian()).isEqualTo("Hoàng");
        assertThat(offered.balance()).isEqualTo(ENTERED.balance());
        assertThat(offered.awaits(TRANSFER)).isTrue();
    }

    @Test
    void aReceiptChangesTheCustodianAndEndsTheOffer() {
        var received = ENTERED.after(OFFERED).after(received("Lê"));
        assertThat(received.custodian()).isEqualTo("Lê");
        assertThat(received.offer()).isNull();
        assertThat(received.balance()).isEqualTo(ENTERED.balance());
    }

    @Test
    void aRefusalEndsTheOfferAlone() {
        assertThat(ENTERED.after(OFFERED).after(new CustodyRefused(EXHIBIT, null, null, null, null, "…")))
                .isEqualTo(ENTERED);
    }

    @Test
    void theLastTwoCustodiansAreKnown() {
        assertThat(ENTERED.lastCustodians()).containsExactly("Hoàng");
        assertThat(ENTERED.after(received("Lê")).after(received("Vũ")).lastCustodians())
                .containsExactly("Lê", "Vũ");
    }

    @Test
    void anOfferIsOverdueUntilTheNextOne() {
        var due = Instant.parse("2020-03-20T10:00:00Z");
        var missed = new ExhibitDeadlineMissed(EXHIBIT, TRANSFER, DeadlineKind.CUSTODY_TRANSFER, due, due);
        var overdue = ENTERED.after(OFFERED).after(missed);
        assertThat(overdue.offer()).isEqualTo(new ExhibitDetails.Offer(TRANSFER, "Lê", true));
        var next = new CustodyTransferOffered(EXHIBIT, new TransferId(new UUID(0, 9)), null, null, null, "Vũ", "…");
        assertThat(overdue.after(next).after(missed).offer())
                .isEqualTo(new ExhibitDetails.Offer(next.transfer(), "Vũ", false));
    }

    @Test
    void theNewestFileAndTheAlteredOnesAreKnown() {
        var attached = new ExhibitFileAttached(EXHIBIT, FILE, new Sha256("0".repeat(64)), 3, "text/plain", 1);
        var altered = ENTERED.after(attached).after(new ExhibitFileAltered(EXHIBIT, FILE, null));
        assertThat(altered.file()).isEqualTo(attached);
        assertThat(altered.altered()).isEqualTo(List.of(FILE));
    }

    @Test
    void custodyEndsWhenNothingIsLeft() {
        assertThat(ENTERED.status()).isEqualTo(CustodyStatus.HELD);
        assertThat(ENTERED.after(OFFERED).status()).isEqualTo(CustodyStatus.OFFERED);
        var most = ENTERED.after(new ExhibitDestroyed(EXHIBIT, Quantity.of("33.917999999"), Unit.KG, null, null, "…"));
        assertThat(most.status()).isEqualTo(CustodyStatus.HELD);
        var all = most.after(new ExhibitReleased(EXHIBIT, Quantity.of("0.001"), Unit.MG, null, null, "…"));
        assertThat(all.balance().held()).isEqualByComparingTo("0");
        assertThat(all.status()).isEqualTo(CustodyStatus.ENDED);
    }

    @Test
    void everybodyIsOfferedWhatNothingKeepsThemFrom() {
        assertThat(ENTERED.allowedActions("Hoàng", false))
                .containsExactly("transfer", "sample", "destroy", "release", "weigh");
        assertThat(ENTERED.hindrance(ExhibitAction.TRANSFER, "Lê", false)).contains(CustodyHindrance.NOT_THE_CUSTODIAN);
        assertThat(ENTERED.hindrance(ExhibitAction.TRANSFER, "Lê", true)).isEmpty();
        assertThat(ENTERED.after(OFFERED).allowedActions("Lê", false))
                .containsExactly("receive", "refuse", "sample", "destroy", "release", "weigh");
        var gone = ENTERED.after(new ExhibitReleased(EXHIBIT, Quantity.of("33.918"), Unit.KG, null, null, "…"));
        assertThat(gone.allowedActions("Hoàng", true)).containsExactly("weigh");
        assertThat(CustodyHindrance.NO_TRANSFER_PENDING.code()).isEqualTo("no-transfer-pending");
    }

    @Test
    void anExhibitComesBackFromJsonAsItWas() {
        var json = EventJson.mapper();
        ExhibitDetails details = ENTERED;
        for (var event : Samples.all()) {
            if (event instanceof ExhibitEvent happened) {
                details = details.after(happened);
                assertThat(json.readValue(json.writeValueAsString(details), ExhibitDetails.class))
                        .isEqualTo(details);
            }
        }
    }

    private static CustodyReceived received(String to) {
        return new CustodyReceived(EXHIBIT, null, null, null, to, "…");
    }
}
