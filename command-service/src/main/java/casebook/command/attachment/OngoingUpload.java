package casebook.command.attachment;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The bytes of an upload, which says now and then that they still arrive. For one thread. */
final class OngoingUpload extends FilterInputStream {

    private final Runnable goesOn;
    private final Duration pause;
    private final Clock clock;
    private Instant next;

    /** @param pause for how long after it was said it is not said again */
    OngoingUpload(InputStream bytes, Runnable goesOn, Duration pause, Clock clock) {
        super(bytes);
        this.goesOn = goesOn;
        this.pause = pause;
        this.clock = clock;
        this.next = clock.instant().plus(pause);
    }

    @Override
    public int read() throws IOException {
        var read = in.read();
        arrived(read);
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        var read = in.read(into, offset, length);
        arrived(read);
        return read;
    }

    private void arrived(int read) {
        var now = clock.instant();
        if (read >= 0 && !now.isBefore(next)) {
            goesOn.run();
            next = now.plus(pause);
        }
    }
}
