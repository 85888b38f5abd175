package casebook.query.audit.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * A client of a C2SP {@code tlog-tiles} log, written after the specification alone and with nothing of ours: it walks checkpoint and tiles
 * by their paths and computes the root in two ways.
 */
final class TinyLogClient {

    private final WebTestClient hashes;
    private final WebTestClient entries;

    TinyLogClient(WebTestClient hashes, WebTestClient entries) {
        this.hashes = hashes;
        this.entries = entries;
    }

    /** The lines of the signed text. */
    List<String> checkpoint() {
        var note = new String(get(hashes, "/checkpoint"), UTF_8);
        return note.substring(0, note.indexOf("\n\n")).lines().toList();
    }

    /** In base64, from the entries themselves. */
    String rootOfEntries(long size) {
        var leaves = new ArrayList<byte[]>();
        for (long tile = 0; tile * 256 < size; tile++) {
            var bundle = ByteBuffer.wrap(get(entries, path("entries", tile, size)));
            while (bundle.hasRemaining()) {
                var entry = new byte[Short.toUnsignedInt(bundle.getShort())];
                bundle.get(entry);
                leaves.add(sha256(new byte[] {0}, entry));
            }
        }
        return Base64.getEncoder().encodeToString(root(leaves));
    }

    /** In base64, from the tiles of hashes; each hash of a higher level is compared with the tile below that it stands for. */
    String rootOfTiles(long size) {
        var leaves = level(0, size);
        var below = leaves;
        for (int level = 1; below.size() >= 256; level++) {
            var hashes = level(level, below.size() / 256);
            for (int i = 0; i < hashes.size(); i++) {
                assertThat(hashes.get(i)).isEqualTo(root(below.subList(i * 256, (i + 1) * 256)));
            }
            below = hashes;
        }
        return Base64.getEncoder().encodeToString(root(leaves));
    }

    private List<byte[]> level(int level, long row) {
        var all = new ArrayList<byte[]>();
        for (long tile = 0; tile * 256 < row; tile++) {
            var bytes = get(hashes, path(Integer.toString(level), tile, row));
            for (int at = 0; at < bytes.length; at += 32) {
                all.add(Arrays.copyOfRange(bytes, at, at + 32));
            }
        }
        return all;
    }

    private static String path(String kind, long tile, long row) {
        var number = "%03d".formatted(tile % 1000);
        for (long rest = tile / 1000; rest > 0; rest /= 1000) {
            number = "x%03d/".formatted(rest % 1000) + number;
        }
        var width = Math.min(256, row - tile * 256);
        return "/tile/" + kind + "/" + number + (width < 256 ? ".p/" + width : "");
    }

    private static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        var split = Integer.highestOneBit(leaves.size() - 1);
        return sha256(new byte[] {1}, root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }

    private static byte[] sha256(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        try {
            return MessageDigest.getInstance("SHA-256").digest(all.toByteArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] get(WebTestClient client, String path) {
        var answer = client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult();
        return Objects.requireNonNull(answer.getResponseBody());
    }
}
