package casebook.query.audit.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Media types and caching as the published formats want them. What is set here is left alone by the security filter. */
final class LogAnswers {

    /** As the specifications write it, letter by letter. */
    private static final String TEXT = "text/plain; charset=utf-8";

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).immutable();

    private LogAnswers() {}

    /** A text that may be another one the next time. */
    static ResponseEntity<byte[]> text(String text) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, TEXT)
                .cacheControl(CacheControl.noCache())
                .body(text.getBytes(UTF_8));
    }

    /** Bytes that never change. */
    static ResponseEntity<byte[]> tile(byte[] bytes) {
        return tile(bytes, FOR_EVER);
    }

    /** Bytes that never change, and that only who shows a token may keep. */
    static ResponseEntity<byte[]> privateTile(byte[] bytes) {
        return tile(
                bytes, CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable());
    }

    private static ResponseEntity<byte[]> tile(byte[] bytes, CacheControl caching) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/octet-stream")
                .cacheControl(caching)
                .body(bytes);
    }
}
