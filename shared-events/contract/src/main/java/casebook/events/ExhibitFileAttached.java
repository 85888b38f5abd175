package casebook.events;

/**
 * A file was attached to an exhibit, complete and durable.
 *
 * @param file under which its bytes are kept
 * @param bytes its length
 * @param mediaType as sniffed from its bytes, never as declared
 * @param version counted from 1; the highest is the one that is read
 */
@StoredAs("ExhibitFileAttached")
public record ExhibitFileAttached(
        ExhibitId exhibit, FileId file, Sha256 sha256, long bytes, String mediaType, int version)
        implements ExhibitEvent {}
