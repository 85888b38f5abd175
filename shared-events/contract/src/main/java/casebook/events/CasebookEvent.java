package casebook.events;

/** Something that happened and stands in the ledger for ever. One sealed interface per stream says what can happen there. */
public sealed interface CasebookEvent permits IncidentEvent, CaseEvent, ExhibitEvent, StationEvent {}
