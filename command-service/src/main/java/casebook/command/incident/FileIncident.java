package casebook.command.incident;

import casebook.events.IncidentDetails;
import casebook.events.IncidentFiled;
import casebook.events.IncidentId;
import casebook.events.ProvinceCode;
import casebook.events.StationCode;
import casebook.events.Subject;

/** Files a new report. It is given without looking whether the id is taken: the ledger refuses that at no further cost. */
record FileIncident(
        IncidentId incident,
        StationCode station,
        ProvinceCode stationProvince,
        String number,
        IncidentDetails details) {

    IncidentFiled event() {
        return new IncidentFiled(incident, station, stationProvince, number, details);
    }

    /** Whether it would name a person who was erased. */
    boolean namesWhoWasErased() {
        return details.subjects().stream().anyMatch(Subject::lostData);
    }

    /** Whether it asks for what was recorded. Its number, which the service chose, may be another. */
    boolean repeats(IncidentFiled first) {
        return first.station().equals(station) && Forgotten.isRepeat(first.details(), details);
    }
}
