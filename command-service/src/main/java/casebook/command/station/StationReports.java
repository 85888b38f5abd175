package casebook.command.station;

import casebook.command.handling.Terms;
import casebook.command.web.Intake;
import casebook.command.web.Receipt;
import casebook.events.StationCode;
import casebook.events.StationReported;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes the regular reports of stations. It blocks, and throws a {@link casebook.http.ProblemException} where nothing was done. */
@Component
public final class StationReports {

    private final Intake intake;
    private final ReportingZone zone;
    private final Clock clock;

    StationReports(Intake intake, ReportingZone zone, Clock clock) {
        this.intake = intake;
        this.zone = zone;
        this.clock = clock;
    }

    public Receipt report(StationCode station, JsonNode body, Terms terms) {
        var today = zone.dateOf(clock.instant());
        return intake.take(body, terms, members -> {
            var date = members.required("date", members.date("date"), LocalDate.MIN);
            if (date.isAfter(today)) {
                members.fault("date", "in-the-future");
            }
            var nothingToReport = members.flag("nothingToReport");
            var text = members.text("text");
            return () -> new ReportStation(station, new StationReported(station, date, nothingToReport, text));
        });
    }
}
