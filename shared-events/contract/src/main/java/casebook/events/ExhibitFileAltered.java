package casebook.events;

import org.jspecify.annotations.Nullable;

/**
 * The background check found that the bytes kept for an attached file are not those that were attached.
 *
 * @param found the hash of the bytes that are there; null where they could not be read to the end
 */
@StoredAs("ExhibitFileAltered")
public record ExhibitFileAltered(
        ExhibitId exhibit, FileId file, @Nullable Sha256 found) implements ExhibitEvent {}
