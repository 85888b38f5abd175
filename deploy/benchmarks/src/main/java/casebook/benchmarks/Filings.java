package casebook.benchmarks;

import casebook.events.Agency;
import casebook.events.Category;
import casebook.events.CountryCode;
import casebook.events.IncidentAmended;
import casebook.events.IncidentChanges;
import casebook.events.IncidentDetails;
import casebook.events.IncidentEvent;
import casebook.events.IncidentFiled;
import casebook.events.IncidentId;
import casebook.events.Item;
import casebook.events.Place;
import casebook.events.Point;
import casebook.events.ProvinceCode;
import casebook.events.Quantity;
import casebook.events.SealedPersonalData;
import casebook.events.Seizure;
import casebook.events.SeizureAdded;
import casebook.events.SeizureId;
import casebook.events.Sex;
import casebook.events.Source;
import casebook.events.StationCode;
import casebook.events.Subject;
import casebook.events.SubjectAdded;
import casebook.events.SubjectId;
import casebook.events.SubjectRole;
import casebook.events.Unit;
import casebook.events.Vehicle;
import casebook.events.VehicleAdded;
import casebook.events.VehicleId;
import casebook.events.VehicleType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;

/** The events that all engines store, no two alike: an incident is filed, and what is found out later is added to it. */
final class Filings {

    private static final ProvinceCode PROVINCE = new ProvinceCode("VN-09");
    private static final StationCode STATION = new StationCode("VN-09-TAN-THANH");
    private static final OffsetDateTime OCCURRED = OffsetDateTime.parse("2026-03-14T02:30:00+07:00");

    private Filings() {}

    /**
     * One event.
     *
     * @param number what is told apart by it
     * @param time when it was made; stores that order by time take it
     */
    static DomainEventMessage<IncidentEvent> filing(String aggregate, long sequence, int number, Instant time) {
        return new GenericDomainEventMessage<>(
                "Incident",
                aggregate,
                sequence,
                event(sequence, number),
                MetaData.with("actor", "Thượng uý Lan")
                        .and("client", "station-terminal-7")
                        .and("station", STATION.value()),
                UUID.randomUUID().toString(),
                time);
    }

    private static IncidentEvent event(long sequence, int number) {
        IncidentId incident = new IncidentId(id(number));
        return switch (sequence == 0 ? 0 : 1 + (int) (sequence % 4)) {
            case 0 -> filed(incident, number);
            case 1 -> new SubjectAdded(incident, subject(number));
            case 2 -> new SeizureAdded(incident, seizure(number));
            case 3 ->
                new VehicleAdded(
                        incident, new Vehicle(new VehicleId(id(number)), VehicleType.MOTORCYCLE, "12-B1 " + number));
            default -> new IncidentAmended(incident, "Counted again", changes(number));
        };
    }

    private static IncidentFiled filed(IncidentId incident, int number) {
        return new IncidentFiled(
                incident,
                STATION,
                PROVINCE,
                "VN-09-TAN-THANH-2026-%06d".formatted(number),
                new IncidentDetails(
                        Category.DRUG_TRAFFICKING,
                        OCCURRED.plusMinutes(number),
                        null,
                        new Place(
                                PROVINCE,
                                "Văn Lãng",
                                null,
                                "1090",
                                new Point(
                                        BigDecimal.valueOf(21_970_000L + number % 1_000, 6), new BigDecimal("106.68"))),
                        Source.TIP_OFF,
                        null,
                        List.of(Agency.CUSTOMS),
                        "Heroin in a motorcycle, " + number,
                        List.of(subject(number)),
                        List.of(seizure(number)),
                        List.of(),
                        List.of(),
                        Map.of(),
                        0,
                        0));
    }

    private static Subject subject(int number) {
        return new Subject(
                new SubjectId(id(number)),
                SubjectRole.ARRESTED,
                Sex.MALE,
                new CountryCode("VN"),
                new SealedPersonalData("c2VhbGVk"));
    }

    private static Seizure seizure(int number) {
        return new Seizure(
                new SeizureId(id(number)),
                Item.HEROIN,
                new Quantity(BigDecimal.valueOf(number, 3)),
                Unit.KG,
                null,
                null);
    }

    private static IncidentChanges changes(int number) {
        return new IncidentChanges(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(seizure(number)),
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    private static UUID id(int number) {
        return new UUID(0x0197c0de00007000L, 0x8000000000000000L | number);
    }
}
