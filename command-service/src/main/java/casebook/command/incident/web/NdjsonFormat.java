package casebook.command.incident.web;

import casebook.command.web.StrictJson;
import casebook.http.Problem;
import casebook.http.ProblemException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** One filing in JSON on each line. A line longer than a JSON body may be is passed over without being kept. */
final class NdjsonFormat implements BatchFormat {

    @Override
    public Entries open(InputStream in) {
        return new Lines(new BufferedInputStream(in, 1 << 16));
    }

    private static final class Lines implements Entries {

        private final InputStream in;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private long number;

        private Lines(InputStream in) {
            this.in = in;
        }

        @Override
        public @Nullable BatchEntry next() throws IOException {
            while (true) {
                int length = readLine();
                if (length < 0) {
                    return null;
                }
                number++;
                if (length > StrictJson.MAX_BYTES) {
                    return new BatchEntry.Unreadable(number, Problem.of("too-large", HttpStatus.CONTENT_TOO_LARGE));
                }
                var bytes = line.toByteArray();
                if (!isBlank(bytes)) {
                    return parse(bytes);
                }
            }
        }

        private BatchEntry parse(byte[] bytes) {
            try {
                return BatchEntry.Filing.of(number, StrictJson.parse(bytes));
            } catch (ProblemException malformed) {
                return new BatchEntry.Unreadable(number, malformed.problem());
            }
        }

        /** Reads up to the next line feed; the length, capped just above the limit, or -1 at the end. */
        private int readLine() throws IOException {
            line.reset();
            int length = 0;
            int next = in.read();
            if (next < 0) {
                return -1;
            }
            while (next >= 0 && next != '\n') {
                if (length < StrictJson.MAX_BYTES) {
                    line.write(next);
                }
                length = Math.min(length + 1, StrictJson.MAX_BYTES + 1);
                next = in.read();
            }
            return length;
        }

        private static boolean isBlank(byte[] bytes) {
            for (byte one : bytes) {
                if (one != ' ' && one != '\t' && one != '\r') {
                    return false;
                }
            }
            return true;
        }
    }
}
