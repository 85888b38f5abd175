package casebook.query.scope;

import casebook.attachments.AttachmentStore;
import casebook.events.Agency;
import casebook.events.CaseDeadlineMissed;
import casebook.events.CaseSealed;
import casebook.events.Category;
import casebook.events.DeadlineKind;
import casebook.events.ExhibitFileAttached;
import casebook.events.FileId;
import casebook.events.IncidentDeadlineMissed;
import casebook.events.IncidentDetails;
import casebook.events.IncidentFiled;
import casebook.events.Place;
import casebook.events.ProvinceCode;
import casebook.events.SeizureAdded;
import casebook.events.StationCode;
import casebook.events.SubjectRole;
import casebook.events.Unit;
import casebook.events.Vehicle;
import casebook.events.VehicleId;
import casebook.events.VehicleType;
import casebook.query.LedgerFeed;
import casebook.query.Sample;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All targets in a ledger, and what ties them together: the same vehicle in all, and a case over a report that is near and one that is far. */
final class World {

    static final String OFFICER = "Vo Thi E";

    /** Of the vehicle that was everywhere. */
    static final String PLATE = "29W-" + Math.abs(UUID.randomUUID().getLeastSignificantBits());

    /** Where all the reports say that it happened. */
    static final ProvinceCode PLACE = new ProvinceCode("WK");

    private static final Instant DUE = Instant.parse("2024-05-10T03:00:00Z");

    private World() {}

    static IncidentFiled report(StationCode station, ProvinceCode province, int serial) {
        var vehicle = new Vehicle(new VehicleId(UUID.randomUUID()), VehicleType.CAR, PLATE);
        var details = new IncidentDetails(
                Category.HUMAN_TRAFFICKING,
                OffsetDateTime.parse("2024-04-10T08:00:00+07:00"),
                null,
                new Place(PLACE, null, null, null, null),
                null,
                null,
                List.of(Agency.CUSTOMS),
                "In the reeds",
                List.of(),
                List.of(Sample.heroin("1")),
                List.of(vehicle),
                List.of(),
                Map.of(SubjectRole.VICTIM, 1),
                0,
                0);
        return Sample.filed(Sample.incident(), station, province, serial, details);
    }

    /** The position before the seal, and before what happened last to every target. */
    static long create(LedgerFeed feed) throws IOException {
        var files = new AttachmentStore(feed.database());
        for (var target : Target.values()) {
            if (target != Target.SEALED) {
                feed.append(Sample.station(target.station(), target.province()));
            }
            feed.append(target.filed());
            feed.append(Sample.opened(target.caseFile(), target.filed()));
            feed.append(Sample.entered(target.exhibit(), target.filed(), "Bag", "1", Unit.KG, "Le Van C"));
            attach(target, feed, files);
            var incident = target.filed().incident();
            feed.append(new IncidentDeadlineMissed(incident, DeadlineKind.ACCEPTANCE, DUE, DUE, null, null));
            feed.append(new CaseDeadlineMissed(target.caseFile(), DeadlineKind.RESOLUTION, DUE, DUE, null, null));
        }
        var unsealed = feed.append(Sample.opened(Sample.caseFile(), Target.OWN.filed(), Target.FAR.filed()));
        feed.append(new CaseSealed(Target.SEALED.caseFile(), "An informer", List.of(OFFICER)));
        for (var target : Target.values()) {
            feed.append(new SeizureAdded(target.filed().incident(), Sample.heroin("2")));
            feed.append(Sample.note(target.caseFile(), "Later"));
        }
        return unsealed;
    }

    private static void attach(Target target, LedgerFeed feed, AttachmentStore files) throws IOException {
        var file = new FileId(UUID.randomUUID());
        var kept = files.keep(file, new ByteArrayInputStream(new byte[] {1}), 1);
        feed.append(new ExhibitFileAttached(target.exhibit(), file, kept.sha256(), kept.bytes(), kept.mediaType(), 1));
    }
}
