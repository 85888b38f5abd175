package casebook.events;

/** A note was written into a case. */
@StoredAs("NoteAdded")
public record NoteAdded(CaseId caseFile, NoteId note, String text) implements CaseEvent {}
