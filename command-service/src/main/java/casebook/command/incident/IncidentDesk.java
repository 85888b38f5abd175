package casebook.command.incident;

import casebook.command.duplicate.Duplicates;
import casebook.command.handling.Commands;
import casebook.command.handling.Refusal;
import casebook.command.handling.Terms;
import casebook.command.incident.IncidentCommand.AcceptIncident;
import casebook.command.incident.IncidentCommand.AddEnterprise;
import casebook.command.incident.IncidentCommand.AddSeizure;
import casebook.command.incident.IncidentCommand.AddSubject;
import casebook.command.incident.IncidentCommand.AddVehicle;
import casebook.command.incident.IncidentCommand.AmendIncident;
import casebook.command.incident.IncidentCommand.ReturnIncident;
import casebook.command.incident.IncidentCommand.VoidIncident;
import casebook.command.station.ReportingZone;
import casebook.command.station.StationDirectory;
import casebook.command.web.Faults;
import casebook.command.web.Members;
import casebook.command.web.Receipt;
import casebook.command.web.Receipts;
import casebook.events.IncidentId;
import casebook.events.ProvinceCode;
import casebook.events.StationCode;
import casebook.events.StationDetails;
import casebook.http.Problem;
import casebook.http.ProblemException;
import casebook.http.Scope;
import casebook.personaldata.PersonVault;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Takes what stations and commands send of incidents: reads the body, seals personal data, gives the command, and writes the receipt. Every method blocks, and
 * throws a {@link ProblemException} where nothing was done.
 */
@Component
public final class IncidentDesk {

    /** Stands in where the station is unknown, which is a fault. */
    private static final ProvinceCode NO_PROVINCE = new ProvinceCode("XX");

    private final Commands commands;
    private final Receipts receipts;
    private final StationDirectory stations;
    private final IncidentDirectory incidents;
    private final IncidentNumbers numbers;
    private final Duplicates duplicates;
    private final PersonVault vault;
    private final ReportingZone zone;
    private final Clock clock;

    IncidentDesk(
            Commands commands,
            Receipts receipts,
            StationDirectory stations,
            IncidentDirectory incidents,
            IncidentNumbers numbers,
            Duplicates duplicates,
            PersonVault vault,
            ReportingZone zone,
            Clock clock) {
        this.commands = commands;
        this.receipts = receipts;
        this.stations = stations;
        this.incidents = incidents;
        this.numbers = numbers;
        this.duplicates = duplicates;
        this.vault = vault;
        this.zone = zone;
        this.clock = clock;
    }

    /** @param idRequired whether the filing must name its id, as in a batch that may be sent again */
    public FilingReceipt file(JsonNode body, boolean idRequired, Terms terms) {
        var faults = new Faults();
        var filing = Members.of(body, "", faults);
        var chosen = filing.uuid("id");
        if (idRequired) {
            filing.require("id");
        }
        var id = chosen == null ? UuidCreator.getTimeOrderedEpoch() : chosen;
        var station = filing.code("station", StationCode::isValid, StationCode::new);
        var registered = Optional.ofNullable(station)
                .flatMap(code -> stations.find(code, terms.caller().scope()));
        if (station != null && registered.isEmpty()) {
            filing.fault("station", "unknown-station");
        }
        filing.require("station");
        var province = registered.map(StationDetails::province).orElse(NO_PROVINCE);
        var report = new ReportReader(id, province, clock.instant()).filing(filing);
        filing.end();
        faults.check();
        return file(new IncidentId(id), Objects.requireNonNull(station), province, report, terms);
    }

    private FilingReceipt file(
            IncidentId id, StationCode station, ProvinceCode stationProvince, ReportDraft report, Terms terms) {
        var details = report.toDetails(vault, id);
        var number = numbers.next(station, zone.yearOf(details.occurredAt()));
        var filing = new FileIncident(id, station, stationProvince, number, details);
        var scope = terms.caller().scope();
        if (filing.namesWhoWasErased()) {
            numbers.giveBack(number);
            return recognised(filing, scope, new Refusal.Conflict("personal-data-erased"));
        }
        var forgetting = duplicates.expect(filing.event());
        try {
            var receipt = receipts.of(commands.give(filing, terms));
            return new FilingReceipt(receipt, duplicates.of(filing.event(), scope));
        } catch (AggregateStreamCreationException taken) {
            forgetting.run();
            numbers.giveBack(number);
            return recognised(filing, scope, new Refusal.IdReused());
        } catch (RuntimeException notRecorded) {
            forgetting.run();
            throw notRecorded;
        }
    }

    private FilingReceipt recognised(FileIncident filing, Scope scope, Refusal otherwise) {
        return incidents
                .recognise(filing)
                .map(receipt -> new FilingReceipt(receipt, duplicates.again(filing.incident(), scope)))
                .orElseThrow(() -> Receipts.refusal(otherwise));
    }

    public Receipt amend(IncidentId id, JsonNode body, Terms terms) {
        var faults = new Faults();
        var amendment = Members.of(body, "", faults);
        var request = amendment.uuid("id");
        var reason = amendment.requiredText("reason");
        var known = existing(id, terms);
        var reader = reader(request, known);
        amendment.require("changes");
        var changes = amendment.object("changes", members -> {
            if (members.isEmpty()) {
                amendment.fault("changes", "empty-changes");
            }
            return reader.changes(members);
        });
        amendment.end();
        faults.check();
        return receipts.of(commands.give(
                new AmendIncident(id, reason, Objects.requireNonNull(changes).toChanges(vault, id)),
                terms.with(request)));
    }

    public Receipt addSeizure(IncidentId id, JsonNode body, Terms terms) {
        return add(id, body, terms, ReportReader::seizure, seizure -> new AddSeizure(id, seizure));
    }

    public Receipt addSubject(IncidentId id, JsonNode body, Terms terms) {
        return add(id, body, terms, ReportReader::subject, draft -> new AddSubject(id, draft.sealedBy(vault, id)));
    }

    public Receipt addVehicle(IncidentId id, JsonNode body, Terms terms) {
        return add(id, body, terms, ReportReader::vehicle, vehicle -> new AddVehicle(id, vehicle));
    }

    public Receipt addEnterprise(IncidentId id, JsonNode body, Terms terms) {
        return add(id, body, terms, ReportReader::enterprise, enterprise -> new AddEnterprise(id, enterprise));
    }

    private <T> Receipt add(
            IncidentId id, JsonNode body, Terms terms, MemberReader<T> reading, Function<T, IncidentCommand> command) {
        var known = existing(id, terms);
        var faults = new Faults();
        var members = Members.of(body, "", faults);
        var request = members.uuid("id");
        var added = reading.read(reader(request, known), members, 0);
        members.end();
        faults.check();
        return receipts.of(commands.give(command.apply(added), terms.with(request)));
    }

    public Receipt giveBack(IncidentId id, JsonNode body, Terms terms) {
        return judge(id, body, terms, judgement -> {
            var reason = judgement.requiredText("reason");
            return new ReturnIncident(id, reason);
        });
    }

    public Receipt accept(IncidentId id, JsonNode body, Terms terms) {
        return judge(id, body, terms, _ -> new AcceptIncident(id));
    }

    public Receipt declareVoid(IncidentId id, JsonNode body, Terms terms) {
        return judge(id, body, terms, judgement -> {
            var reason = judgement.requiredText("reason");
            var original = judgement.uuid("duplicateOf");
            var duplicateOf = original == null ? null : new IncidentId(original);
            if (duplicateOf != null
                    && incidents.find(duplicateOf, terms.caller().scope()).isEmpty()) {
                judgement.fault("duplicateOf", "unknown-incident");
            }
            if (id.equals(duplicateOf)) {
                judgement.laterFault("duplicateOf", "duplicate-of-itself");
            }
            return new VoidIncident(id, reason, duplicateOf);
        });
    }

    private Receipt judge(IncidentId id, JsonNode body, Terms terms, Function<Members, IncidentCommand> reading) {
        existing(id, terms);
        var faults = new Faults();
        var members = Members.of(body, "", faults);
        var request = members.uuid("id");
        var command = reading.apply(members);
        members.end();
        faults.check();
        return receipts.of(commands.give(command, terms.with(request)));
    }

    private ReportReader reader(@Nullable UUID request, IncidentDirectory.Entry known) {
        var owner = request == null ? UuidCreator.getTimeOrderedEpoch() : request;
        return new ReportReader(owner, known.incident().stationProvince(), clock.instant());
    }

    private IncidentDirectory.Entry existing(IncidentId id, Terms terms) {
        return incidents.find(id, terms.caller().scope()).orElseThrow(() -> new ProblemException(Problem.notFound()));
    }

    @FunctionalInterface
    private interface MemberReader<T> {
        T read(ReportReader reader, Members members, int index);
    }
}
