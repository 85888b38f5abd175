package casebook.transparency;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What a tile of hashes holds: consecutive hashes of one level of the tree.
 *
 * @param hashes from 1 to {@value TileAddress#FULL}, from left to right
 */
public record HashTile(List<Hash> hashes) {

    /**
     * A tile of its hashes.
     *
     * @throws Malformed unless there are 1 to {@value TileAddress#FULL} hashes
     */
    public HashTile {
        hashes = List.copyOf(hashes);
        if (hashes.isEmpty() || hashes.size() > TileAddress.FULL) {
            throw new Malformed("A tile has 1 to " + TileAddress.FULL + " hashes, not " + hashes.size());
        }
    }

    /**
     * Reads a tile: the hashes one after the other.
     *
     * @throws Malformed unless these are whole hashes, from 1 to {@value TileAddress#FULL}
     */
    public static HashTile parse(byte[] bytes) {
        if (bytes.length % Hash.LENGTH != 0) {
            throw new Malformed("A tile of " + bytes.length + " bytes does not end with a whole hash");
        }
        List<Hash> hashes = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            byte[] hash = new byte[Hash.LENGTH];
            rest.get(hash);
            hashes.add(Hash.of(hash));
        }
        return new HashTile(hashes);
    }

    /** The tile as it is served: the hashes one after the other. */
    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(hashes.size() * Hash.LENGTH);
        hashes.forEach(hash -> bytes.put(hash.toBytes()));
        return bytes.array();
    }
}
