package casebook.command.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class NdjsonFormatTest {

    @Test
    void aLineTooLongIsPassedOverWithoutBeingKept() throws IOException {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var entries = new NdjsonFormat().open(new Endless(100_000_000));
        var before = threads.getCurrentThreadAllocatedBytes();
        assertThat(entries.next()).isInstanceOfSatisfying(BatchEntry.Unreadable.class, line -> {
            assertThat(line.line()).isEqualTo(1);
            assertThat(line.problem().slug()).isEqualTo("too-large");
        });
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(8_000_000);
        assertThat(entries.next()).isNull();
    }

    private static final class Endless extends InputStream {

        private long left;

        private Endless(long length) {
            this.left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? '{' : -1;
        }
    }
}
