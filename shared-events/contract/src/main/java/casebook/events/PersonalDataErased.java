package casebook.events;

/**
 * It was decided that what names a person of this incident is forgotten: the key of the person's data is destroyed after this event, and no data of the person is
 * taken any more.
 */
@StoredAs("PersonalDataErased")
public record PersonalDataErased(IncidentId incident, SubjectId subject, String reason) implements IncidentEvent {}
