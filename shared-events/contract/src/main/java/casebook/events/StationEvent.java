package casebook.events;

/** What can happen to a station. */
public sealed interface StationEvent extends CasebookEvent permits StationEntered, StationReported {

    StationCode station();
}
