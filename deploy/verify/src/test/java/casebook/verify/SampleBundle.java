package casebook.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import casebook.transparency.Hash;
import casebook.transparency.HashTile;
import casebook.transparency.InclusionProof;
import casebook.transparency.LogProof;
import casebook.transparency.SignedCheckpoint;
import casebook.transparency.SubtreeHashes;
import casebook.transparency.TileAddress;
import casebook.transparency.TileHashes;
import casebook.transparency.TreeTiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A bundle as the contract describes it, whose files can be changed before it is written. */
final class SampleBundle {

    private final Map<String, String> files = new TreeMap<>();

    /** The bundle of those events whose positions are given. */
    SampleBundle(SampleLedger ledger, int... indexes) {
        SignedCheckpoint checkpoint = ledger.checkpoint();
        SubtreeHashes hashes = hashes(ledger);
        long size = ledger.lines().size();
        files.put("checkpoint", checkpoint.toString());
        files.put("key.vkey", SampleLedger.KEY + "\n");
        files.put(
                "events.ndjson",
                IntStream.of(indexes)
                        .mapToObj(i -> ledger.lines().get(i) + "\n")
                        .collect(Collectors.joining()));
        files.put(
                "proofs.json",
                IntStream.of(indexes)
                        .mapToObj(i -> json(InclusionProof.of(i, size, hashes)))
                        .collect(Collectors.joining(",\n", "{\"proofs\": [", "]}")));
        for (int i : indexes) {
            files.put(
                    "proofs/" + i + ".tlog-proof",
                    new LogProof(InclusionProof.of(i, size, hashes), checkpoint).toString());
        }
        files.put(
                "attachments.json",
                "{\"attachments\": [{\"exhibit\": \"x\", \"sha256\": \"" + SampleLedger.fileOf("incident-1") + "\"}]}");
        files.put("timeline.html", "<html>");
        files.put("timeline.pdf", "%PDF");
        files.put("README.txt", "how to check this by hand");
        sum();
    }

    /** Changes a file and leaves the sums as they are. */
    SampleBundle change(String file, UnaryOperator<String> change) {
        files.compute(file, (name, content) -> change.apply(content == null ? "" : content));
        return this;
    }

    SampleBundle remove(String file) {
        files.remove(file);
        return this;
    }

    /** Computes the sums anew, as who tampers with a bundle does. */
    SampleBundle sum() {
        files.remove("SHA256SUMS");
        files.put(
                "SHA256SUMS",
                files.entrySet().stream()
                        .map(file -> sha256(file.getValue()) + "  " + file.getKey() + "\n")
                        .collect(Collectors.joining()));
        return this;
    }

    String file(String name) {
        return files.get(name);
    }

    Path write(Path zip) throws IOException {
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out)) {
            entries.putNextEntry(new ZipEntry("proofs/"));
            for (Map.Entry<String, String> file : files.entrySet()) {
                entries.putNextEntry(new ZipEntry(file.getKey()));
                entries.write(file.getValue().getBytes(UTF_8));
            }
        }
        return zip;
    }

    private static SubtreeHashes hashes(SampleLedger ledger) {
        Map<TileAddress.OfHashes, HashTile> tiles = new HashMap<>();
        TreeTiles tree = new TreeTiles(tiles::put);
        ledger.leaves().forEach(tree::append);
        tree.partial(tiles::put);
        return new TileHashes(ledger.lines().size(), tiles::get);
    }

    private static String json(InclusionProof proof) {
        return "{\"index\": %d, \"size\": %d, \"hashes\": [%s]}"
                .formatted(
                        proof.index(),
                        proof.size(),
                        proof.hashes().stream()
                                .map(Hash::toBase64)
                                .map(hash -> '"' + hash + '"')
                                .collect(Collectors.joining(", ")));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
