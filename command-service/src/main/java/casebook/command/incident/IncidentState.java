package casebook.command.incident;

import casebook.command.handling.Clocks;
import casebook.command.handling.Clocks.Owed;
import casebook.events.DeadlineKind;
import casebook.events.IncidentDeadlines;
import casebook.events.IncidentDetails;
import casebook.events.IncidentEvent;
import casebook.events.IncidentFiled;
import casebook.events.IncidentPersons;
import casebook.events.IncidentStatus;
import casebook.events.LabRequested;
import casebook.events.ProvinceCode;
import casebook.events.StationCode;

/** What an incident's rules need to know of it. */
sealed interface IncidentState {

    /** @param sequence the number of the event within the incident */
    IncidentState after(IncidentEvent event, long sequence);

    /** Before anything was filed under the id. */
    record Unfiled() implements IncidentState {
        @Override
        public IncidentState after(IncidentEvent event, long sequence) {
            return event instanceof IncidentFiled filed
                    ? new Filed(
                            filed.station(),
                            filed.stationProvince(),
                            filed.number(),
                            IncidentStatus.FILED,
                            filed.details(),
                            IncidentDeadlines.NONE,
                            Clocks.NONE,
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
            Clocks clocks,
            IncidentPersons persons)
            implements IncidentState {

        @Override
        public Filed after(IncidentEvent event, long sequence) {
            var nextStatus = status.after(event);
            return new Filed(
                    station,
                    stationProvince,
                    number,
                    nextStatus,
                    details.after(event),
                    deadlines.after(event),
                    clocksAfter(event, nextStatus, sequence),
                    persons.after(event));
        }

        /** A laboratory has its time from when it was asked, a judgement from when the report was filed, or filed again. */
        private Clocks clocksAfter(IncidentEvent event, IncidentStatus nextStatus, long sequence) {
            if (event instanceof LabRequested asked) {
                return clocks.begin(
                        new Owed(DeadlineKind.LAB_RESULT, asked.seizure().value()), sequence);
            }
            var isFiledAgain = nextStatus == IncidentStatus.FILED && status != IncidentStatus.FILED;
            return isFiledAgain ? clocks.begin(new Owed(DeadlineKind.ACCEPTANCE, null), sequence) : clocks;
        }
    }
}
