package casebook.query.audit.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import casebook.transparency.Hash;
import casebook.transparency.InclusionProof;
import casebook.transparency.LogProof;
import casebook.transparency.SignedCheckpoint;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Writes a bundle as a zip, file after file, as fast as it is taken. */
public final class BundleArchive {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Bundle bundle;
    private final SignedCheckpoint checkpoint;
    private final ZipOutputStream zip;
    private final StringBuilder sums = new StringBuilder();

    private BundleArchive(Bundle bundle, ZipOutputStream zip) {
        this.bundle = bundle;
        this.checkpoint = bundle.checkpoint().signed();
        this.zip = zip;
    }

    /** @throws UncheckedIOException if the stream takes no more */
    public static void write(Bundle bundle, OutputStream out) {
        try (var zip = new ZipOutputStream(out, UTF_8)) {
            new BundleArchive(bundle, zip).write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() throws IOException {
        file("README.txt", readMe());
        file("checkpoint", bundle.checkpoint().note());
        file("key.vkey", bundle.checkpoint().key() + "\n");
        file("events.ndjson", events());
        file("proofs.json", proofs());
        for (var proof : bundle.proofs()) {
            file("proofs/" + proof.index() + ".tlog-proof", new LogProof(proof, checkpoint).toString());
        }
        file("timeline.html", TimelineHtml.of(bundle.timeline()));
        file("timeline.pdf", TimelinePdf.of(bundle.timeline()));
        file("attachments.json", JSON.writeValueAsString(Attachments.of(bundle.lines())) + "\n");
        entry("SHA256SUMS", sums.toString().getBytes(UTF_8));
    }

    private String events() {
        var lines = new StringBuilder();
        bundle.lines().forEach(line -> lines.append(line.line()).append('\n'));
        return lines.toString();
    }

    private String proofs() {
        return JSON.writeValueAsString(
                        new Proofs(bundle.proofs().stream().map(Proof::of).toList()))
                + "\n";
    }

    private static String readMe() throws IOException {
        try (var in = BundleArchive.class.getResourceAsStream("/bundle/README.txt")) {
            if (in == null) {
                throw new IllegalStateException("The bundle's README.txt is not on the class path");
            }
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private void file(String name, String content) throws IOException {
        file(name, content.getBytes(UTF_8));
    }

    private void file(String name, byte[] content) throws IOException {
        entry(name, content);
        sums.append(HexFormat.of().formatHex(sha256().digest(content)))
                .append("  ")
                .append(name)
                .append('\n');
    }

    private void entry(String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.from(bundle.checkpoint().at()));
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private record Proofs(List<Proof> proofs) {}

    private record Proof(long index, long size, List<String> hashes) {
        static Proof of(InclusionProof proof) {
            return new Proof(
                    proof.index(),
                    proof.size(),
                    proof.hashes().stream().map(Hash::toBase64).toList());
        }
    }
}
