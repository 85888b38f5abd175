package casebook.benchmarks.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class MemberTest {

    private final Member member = new Member(0);

    @Test
    void eventsOneAfterTheOtherAreInOrderHoweverTheyAreCut() {
        read(
                ":\nid:0\n\n",
                "id:1\nevent:IncidentFi",
                "led\ndata:{}\n\nid",
                ":2\nev",
                "ent:IncidentFiled\ndata:{}\n\n:\n\n");
        assertThat(member.isAnswered()).isTrue();
        assertThat(member.last()).isEqualTo(2);
        assertThat(member.astray()).isZero();
        assertThat(member.isEnded()).isFalse();
    }

    @Test
    void oneMissedAndOneToldTwiceDoNotMakeUpForEachOther() {
        read("id:1\nevent:IncidentFiled\n\n", "id:1\nevent:IncidentFiled\n\n", "id:3\nevent:IncidentFiled\n\n");
        assertThat(member.last()).isEqualTo(3);
        assertThat(member.astray()).isEqualTo(2);
    }

    @Test
    void endIsNoEventOfTheLedger() {
        read("id:1\nevent:IncidentFiled\n\n", "retry:1000\nid:1\nevent:end\ndata:{}\n\n");
        assertThat(member.last()).isEqualTo(1);
        assertThat(member.astray()).isZero();
        assertThat(member.isEnded()).isTrue();
    }

    /** Nothing is counted among arrivals before that is asked for. */
    private void read(String... parts) {
        for (var part : parts) {
            member.read(ByteBuffer.wrap(part.getBytes(US_ASCII)), new Arrivals(_ -> 0));
        }
    }
}
