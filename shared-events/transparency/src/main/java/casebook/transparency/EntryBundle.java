package casebook.transparency;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive entries of a log as its tiles carry them: each with its length before it, in two bytes, the higher first.
 *
 * @param entries from 1 to {@value TileAddress#FULL}, each of at most {@value #MAX_ENTRY} bytes; not copied
 */
public record EntryBundle(List<byte[]> entries) {

    /** The longest entry in bytes. */
    public static final int MAX_ENTRY = 0xFFFF;

    /**
     * A bundle of its entries.
     *
     * @throws Malformed if there are too few or too many entries, or one is too long
     */
    public EntryBundle {
        entries = List.copyOf(entries);
        if (entries.isEmpty() || entries.size() > TileAddress.FULL) {
            throw new Malformed("A bundle has 1 to " + TileAddress.FULL + " entries, not " + entries.size());
        }
        if (entries.stream().anyMatch(entry -> entry.length > MAX_ENTRY)) {
            throw new Malformed("An entry of a bundle has at most " + MAX_ENTRY + " bytes");
        }
    }

    /**
     * Reads a bundle.
     *
     * @throws Malformed if it breaks off within an entry, or has no or too many entries
     */
    public static EntryBundle parse(byte[] bytes) {
        List<byte[]> entries = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            int length = rest.remaining() < Short.BYTES ? MAX_ENTRY + 1 : Short.toUnsignedInt(rest.getShort());
            if (length > rest.remaining()) {
                throw new Malformed("The bundle breaks off within entry " + entries.size());
            }
            byte[] entry = new byte[length];
            rest.get(entry);
            entries.add(entry);
        }
        return new EntryBundle(entries);
    }

    /** The bundle as it is served. */
    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(
                entries.stream().mapToInt(entry -> Short.BYTES + entry.length).sum());
        entries.forEach(entry -> bytes.putShort((short) entry.length).put(entry));
        return bytes.array();
    }
}
