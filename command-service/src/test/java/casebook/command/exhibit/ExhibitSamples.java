package casebook.command.exhibit;

import casebook.command.exhibit.ExhibitCommand.DestroyExhibit;
import casebook.command.exhibit.ExhibitCommand.Handling;
import casebook.command.exhibit.ExhibitCommand.OfferExhibit;
import casebook.command.exhibit.ExhibitCommand.ReceiveExhibit;
import casebook.command.exhibit.ExhibitCommand.RefuseExhibit;
import casebook.command.exhibit.ExhibitCommand.ReleaseExhibit;
import casebook.command.exhibit.ExhibitCommand.SampleExhibit;
import casebook.command.exhibit.ExhibitCommand.WeighExhibit;
import casebook.command.handling.Terms;
import casebook.events.ExhibitEntered;
import casebook.events.ExhibitId;
import casebook.events.IncidentId;
import casebook.events.ProvinceCode;
import casebook.events.Quantity;
import casebook.events.StationCode;
import casebook.events.TransferId;
import casebook.events.Unit;
import casebook.http.Caller;
import casebook.http.Role;
import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** Exhibits, officers and what they do. */
final class ExhibitSamples {

    static final ExhibitId EXHIBIT = new ExhibitId(new UUID(0, 1));
    static final TransferId TRANSFER = new TransferId(new UUID(0, 2));
    static final String GIVER = "Captain Hoàng";
    static final String RECEIVER = "Major Lê";
    static final String THIRD = "Lieutenant Vũ";
    static final BigDecimal ONE_PERCENT = new BigDecimal("0.01");
    static final ExhibitEntered ENTERED = entered("10", Unit.KG);

    private ExhibitSamples() {}

    static ExhibitEntered entered(String quantity, Unit unit) {
        return new ExhibitEntered(
                EXHIBIT,
                new IncidentId(new UUID(0, 3)),
                new StationCode("VN-09-TAN-THANH"),
                new ProvinceCode("VN-09"),
                null,
                "Ten bricks",
                Quantity.of(quantity),
                unit,
                GIVER,
                null);
    }

    static OfferExhibit offer(String by) {
        return new OfferExhibit(EXHIBIT, TRANSFER, stated(null, null, null, RECEIVER, by), false);
    }

    static ReceiveExhibit receive(String by) {
        return new ReceiveExhibit(EXHIBIT, stated(null, null, null, null, by));
    }

    static RefuseExhibit refuse(String by) {
        return new RefuseExhibit(EXHIBIT, stated(null, null, null, null, by), false);
    }

    static Handling sample(String quantity, Unit unit) {
        return new SampleExhibit(EXHIBIT, measured(quantity, unit));
    }

    static Handling destroy(String quantity, Unit unit) {
        return new DestroyExhibit(EXHIBIT, measured(quantity, unit));
    }

    static Handling release(String quantity, Unit unit) {
        return new ReleaseExhibit(EXHIBIT, measured(quantity, unit));
    }

    static Handling weigh(String quantity, Unit unit) {
        return new WeighExhibit(EXHIBIT, measured(quantity, unit), ONE_PERCENT);
    }

    static Statement measured(String quantity, Unit unit) {
        return stated(quantity, unit, null, null, GIVER);
    }

    static Statement stated(
            @Nullable String quantity, @Nullable Unit unit, @Nullable String from, @Nullable String to, String by) {
        return new Statement(quantity == null ? null : Quantity.of(quantity), unit, from, to, "by order 7", by);
    }

    static Terms officer(String name) {
        return station(name, "VN-09-TAN-THANH");
    }

    static Terms station(String name, String code) {
        return Terms.of(new Caller("sub", name, Set.of(Role.STATION), new StationCode(code), null));
    }

    static MetaData by(String name) {
        return with(officer(name));
    }

    static MetaData with(Terms terms) {
        return MetaData.with("terms", terms);
    }
}
