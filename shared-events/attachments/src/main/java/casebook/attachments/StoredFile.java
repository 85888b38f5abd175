package casebook.attachments;

import casebook.events.Sha256;

/**
 * A file that was kept to its last byte.
 *
 * @param bytes its length
 * @param mediaType as its bytes tell it; {@code application/octet-stream} where they tell nothing
 */
public record StoredFile(Sha256 sha256, long bytes, String mediaType) {}
