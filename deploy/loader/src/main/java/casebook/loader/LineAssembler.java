package casebook.loader;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Puts lines together from pieces that are cut anywhere. A line without its line feed was not sent to the end and is none. */
final class LineAssembler {
    private final ByteArrayOutputStream open = new ByteArrayOutputStream();

    List<String> add(byte[] piece) {
        List<String> lines = new ArrayList<>();
        for (byte b : piece) {
            if (b == '\n') {
                lines.add(open.toString(StandardCharsets.UTF_8));
                open.reset();
            } else {
                open.write(b);
            }
        }
        return lines;
    }
}
