package casebook.events;

/** An enterprise was added to a report. */
@StoredAs("EnterpriseAdded")
public record EnterpriseAdded(IncidentId incident, Enterprise enterprise) implements IncidentEvent {}
