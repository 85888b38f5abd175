package casebook.query.exports;

import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.ResponseEntity;

/** A file that is written while it is sent. As the body of an answer it goes through {@link DownloadWriter}. */
public final class Download {

    /** Carries the code of an export. */
    public static final String VERIFICATION = "Casebook-Verification";

    private final Content content;

    private Download(Content content) {
        this.content = content;
    }

    void writeTo(OutputStream out) throws IOException {
        content.writeTo(out);
    }

    /** The sheet as a file. */
    public static ResponseEntity<Object> of(Sheet sheet, Format format) {
        return switch (format) {
            case CSV -> of(sheet.name(), format, sheet.provenance(), out -> CsvFile.write(sheet, out));
            case XLSX -> of(sheet.name(), format, sheet.provenance(), out -> XlsxFile.write(sheet, out));
            case JSON, PDF -> throw new IllegalArgumentException("A sheet is not written as " + format);
        };
    }

    /** Any content as a file. */
    public static ResponseEntity<Object> of(String name, Format format, Provenance provenance, Content content) {
        var file = ContentDisposition.attachment()
                .filename("casebook-" + name + "-" + provenance.position() + "." + format.key())
                .build();
        return ResponseEntity.ok()
                .contentType(format.type())
                .header(VERIFICATION, provenance.verification())
                .headers(headers -> headers.setContentDisposition(file))
                .body(new Download(content));
    }

    /** Writes a file. It is called once, on a thread that may block. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
