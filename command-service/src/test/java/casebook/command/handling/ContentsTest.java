package casebook.command.handling;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.http.Caller;
import casebook.http.Role;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContentsTest {

    /** A little less than the longest that the ledger takes. */
    private static final int LONG = 60_000;

    private final Contents<String> contents = new Contents<>();

    @Test
    void longEventsFillTheRoomOfStationsBeforeThatOfCommands() {
        for (long filled = 0; filled < Contents.ROOM_FOR_STATIONS; filled += LONG) {
            assertThat(contents.leaveNoRoomFor(a(Role.STATION)))
                    .as("after %d bytes", filled)
                    .isFalse();
            contents.add("x".repeat(LONG - 2));
        }
        assertThat(contents.leaveNoRoomFor(a(Role.STATION))).isTrue();
        assertThat(contents.leaveNoRoomFor(a(Role.COMMAND))).isFalse();
        for (int twice = 0; twice < 70; twice++) {
            contents.add("x".repeat(LONG));
        }
        assertThat(contents.leaveNoRoomFor(a(Role.COMMAND))).isTrue();
        assertThat(contents.leaveNoRoomFor(a(Role.ADMIN))).isFalse();
    }

    @Test
    void manyShortEventsLeaveRoom() {
        for (int times = 0; times < 10_000; times++) {
            contents.add("seen at the market");
        }
        assertThat(contents.leaveNoRoomFor(a(Role.STATION))).isFalse();
    }

    @Test
    void textIsMeasuredInBytes() {
        for (int times = 0; times < 75; times++) {
            contents.add("ệ".repeat(LONG / 3));
        }
        assertThat(contents.leaveNoRoomFor(a(Role.STATION))).isTrue();
    }

    private static Caller a(Role role) {
        return new Caller("officer", "Officer", Set.of(role), null, null);
    }
}
