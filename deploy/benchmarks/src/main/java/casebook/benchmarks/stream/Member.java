package casebook.benchmarks.stream;

import java.nio.ByteBuffer;

/** One who listens: knows an event by the line that begins with "id:" and the next, which begins with "event:". */
final class Member {

    private enum At {
        LINE_START,
        I,
        ID,
        NUMBER,
        E,
        REST
    }

    private final int number;
    private At at = At.LINE_START;
    private long id;
    private volatile int heard;
    private volatile boolean answered;

    Member(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    int heard() {
        return heard;
    }

    /** Whether the first heartbeat has come. */
    boolean isAnswered() {
        return answered;
    }

    void read(ByteBuffer bytes, Arrivals arrivals) {
        while (bytes.hasRemaining()) {
            at = next((char) bytes.get(), arrivals);
        }
    }

    private At next(char letter, Arrivals arrivals) {
        if (letter == '\n') {
            answered |= at == At.NUMBER;
            return At.LINE_START;
        }
        return switch (at) {
            case LINE_START -> letter == 'i' ? At.I : letter == 'e' ? At.E : At.REST;
            case I -> letter == 'd' ? At.ID : At.REST;
            case ID -> {
                id = 0;
                yield letter == ':' ? At.NUMBER : At.REST;
            }
            case NUMBER -> {
                id = 10 * id + letter - '0';
                yield At.NUMBER;
            }
            case E -> {
                if (letter == 'v') {
                    heard = heard + 1;
                    arrivals.arrived(id);
                }
                yield At.REST;
            }
            case REST -> At.REST;
        };
    }
}
