package casebook.command.incident;

import casebook.events.IncidentDeadlines;
import casebook.events.IncidentDetails;
import casebook.events.IncidentEvent;
import casebook.events.IncidentFiled;
import casebook.events.IncidentPersons;
import casebook.events.IncidentStatus;
import casebook.events.ProvinceCode;
import casebook.events.StationCode;

/** What an incident's rules need to know of it. */
sealed interface IncidentState {

    IncidentState after(IncidentEvent event);

    /** Before anything was filed under the id. */
    record Unfiled() implements IncidentState {
        @Override
        public IncidentState after(IncidentEvent event) {
            return event instanceof IncidentFiled filed
                    ? new Filed(
                            filed.station(),
                            filed.stationProvince(),
                            filed.number(),
                            IncidentStatus.FILED,
                            filed.details(),
                            IncidentDeadlines.NONE,
                            IncidentPersons.NONE.after(filed))
                    : this;
        }
    }

    /** A report as it is now. */
    record Filed(
            StationCode station,
            ProvinceCode stationProvince,
            String number,
            IncidentStatus status,
            IncidentDetails details,
            IncidentDeadlines deadlines,
            IncidentPersons persons)
            implements IncidentState {

        @Override
        public Filed after(IncidentEvent event) {
            return new Filed(
                    station,
                    stationProvince,
                    number,
                    status.after(event),
                    details.after(event),
                    deadlines.after(event),
                    persons.after(event));
        }
    }
}
