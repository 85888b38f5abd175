package casebook.transparency;

import java.util.List;

/**
 * What a log says of itself at one moment: how many entries it has and the root hash over them. C2SP {@code
 * tlog-checkpoint}.
 *
 * @param origin the identity of the log
 * @param size the number of entries
 * @param root the root hash of the tree over them
 * @param extensions further lines, opaque
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    /**
     * A checkpoint of its parts.
     *
     * @throws Malformed if the origin or an extension is empty or has control characters, or the size is negative
     */
    public Checkpoint {
        extensions = List.copyOf(extensions);
        requireLine(origin);
        extensions.forEach(Checkpoint::requireLine);
        if (size < 0) {
            throw new Malformed("A tree has no negative size: " + size);
        }
    }

    /** A checkpoint without extensions, as logs should sign them. */
    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /** The checkpoint of a log that has these entries. */
    public static Checkpoint of(String origin, CompactRange tree) {
        return new Checkpoint(origin, tree.size(), tree.root());
    }

    /**
     * Reads the text of a checkpoint's note.
     *
     * @throws Malformed if it is none
     */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 4 || !lines[lines.length - 1].isEmpty()) {
            throw new Malformed("A checkpoint has the lines origin, size and root hash, each with a newline");
        }
        return new Checkpoint(
                lines[0],
                Text.decimal(lines[1]),
                Hash.ofBase64(lines[2]),
                List.of(lines).subList(3, lines.length - 1));
    }

    /** Signs the checkpoint; the key's name should equal the origin. */
    public SignedCheckpoint sign(SignerKey key) {
        return new SignedCheckpoint(this, new SignedNote(toString(), List.of(key.sign(toString()))));
    }

    /** The text of the checkpoint's note. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder()
                .append(origin)
                .append('\n')
                .append(size)
                .append('\n')
                .append(root.toBase64())
                .append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static void requireLine(String line) {
        if (line.isEmpty() || line.chars().anyMatch(c -> c < ' ')) {
            throw new Malformed("A line of a checkpoint is not empty and has no control characters");
        }
    }
}
