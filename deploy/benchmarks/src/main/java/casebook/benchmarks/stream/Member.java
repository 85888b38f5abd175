package casebook.benchmarks.stream;

import java.nio.ByteBuffer;

/**
 * One who listens: knows an event by the line that begins with "id:" and the next, which begins with "event:". The only type of event with a
 * small letter, "end", is no event of the ledger.
 */
final class Member {

    private enum At {
        LINE_START,
        I,
        ID,
        NUMBER,
        E,
        TYPE,
        REST
    }

    private final int number;
    private At at = At.LINE_START;
    private long id;
    private volatile long last;
    private volatile int astray;
    private volatile boolean ended;
    private volatile boolean answered;

    Member(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** The id of the last event. */
    long last() {
        return last;
    }

    /** How many events did not have the id after that of the one before. */
    int astray() {
        return astray;
    }

    /** Nothing more will come. */
    void end() {
        ended = true;
    }

    boolean isEnded() {
        return ended;
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
            case E -> letter == ':' ? At.TYPE : At.E;
            case TYPE -> {
                if (letter == 'e') {
                    end();
                } else {
                    arrived(arrivals);
                }
                yield At.REST;
            }
            case REST -> At.REST;
        };
    }

    private void arrived(Arrivals arrivals) {
        if (id != last + 1) {
            astray = astray + 1;
        }
        last = id;
        arrivals.arrived(id);
    }
}
