package casebook.transparency;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** RFC 6962, section 2.1, word for word, over entries that are all in memory: what everything else is compared with. */
record NaiveTree(List<Hash> leaves) implements SubtreeHashes {

    /** The entries whose roots and proofs certificate-transparency publishes as test vectors. */
    static final NaiveTree PUBLISHED = new NaiveTree(Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HexFormat.of()::parseHex)
            .map(Hash::leaf)
            .toList());

    static NaiveTree ofSize(int size) {
        return new NaiveTree(IntStream.range(0, size)
                .mapToObj(i -> Hash.leaf(("entry " + i).getBytes()))
                .toList());
    }

    NaiveTree first(long size) {
        return new NaiveTree(leaves.subList(0, (int) size));
    }

    long size() {
        return leaves.size();
    }

    /** MTH(D[n]). */
    Hash root() {
        return switch (leaves.size()) {
            case 0 -> Hash.ofEmptyTree();
            case 1 -> leaves.getFirst();
            default -> Hash.node(left().root(), right().root());
        };
    }

    /** PATH(m, D[n]). */
    List<Hash> path(long index) {
        if (leaves.size() == 1) {
            return List.of();
        }
        return index < split()
                ? concat(left().path(index), right().root())
                : concat(right().path(index - split()), left().root());
    }

    /** PROOF(m, D[n]). */
    List<Hash> consistency(long from) {
        return subproof(from, true);
    }

    private List<Hash> subproof(long from, boolean complete) {
        if (from == leaves.size()) {
            return complete ? List.of() : List.of(root());
        }
        return from <= split()
                ? concat(left().subproof(from, complete), right().root())
                : concat(right().subproof(from - split(), false), left().root());
    }

    @Override
    public Hash of(Subtree subtree) {
        return new NaiveTree(leaves.subList((int) subtree.begin(), (int) subtree.end())).root();
    }

    private int split() {
        return Integer.highestOneBit(leaves.size() - 1);
    }

    private NaiveTree left() {
        return first(split());
    }

    private NaiveTree right() {
        return new NaiveTree(leaves.subList(split(), leaves.size()));
    }

    private static List<Hash> concat(List<Hash> hashes, Hash last) {
        List<Hash> all = new ArrayList<>(hashes);
        all.add(last);
        return all;
    }
}
