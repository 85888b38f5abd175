package casebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.CaseAbsorbed;
import casebook.events.CaseId;
import casebook.events.CaseMerged;
import casebook.events.CaseSeparated;
import casebook.events.CaseUnmerged;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MergerTest {

    private final UUID file = Sample.openedCase();
    private final UUID target = Sample.openedCase();
    private final String body =
            "{\"id\": \"%s\", \"into\": \"%s\", \"reason\": \"the same load\"}".formatted(UUID.randomUUID(), target);

    @Test
    void aCaseIsMergedInOneCommitAndUnmergedInAnother() {
        var position = Recorded.position();
        var merged = Client.COMMAND_09.post(path("merge"), body).expect(200);
        assertThat(merged.text("/id")).isEqualTo(file.toString());
        assertThat(merged.text("/status")).isEqualTo("MERGED");
        assertThat(merged.text("/position")).isEqualTo(Long.toString(position + 2));
        assertThat(Recorded.ofCase(file).getLast())
                .isEqualTo(new CaseMerged(new CaseId(file), new CaseId(target), "the same load"));
        assertThat(Recorded.ofCase(target).getLast()).isInstanceOf(CaseAbsorbed.class);

        var unmerged = Client.COMMAND_09
                .post(path("unmerge"), "{\"reason\": \"another load\"}")
                .expect(200);
        assertThat(unmerged.text("/status")).isEqualTo("OPEN");
        assertThat(Recorded.ofCase(file).getLast()).isEqualTo(new CaseUnmerged(new CaseId(file), "another load"));
        assertThat(((CaseSeparated) Recorded.ofCase(target).getLast()).incidents())
                .hasSize(1);
        Client.COMMAND_09.post(path("unmerge"), "{\"reason\": \"…\"}").expect(409, "illegal-transition");
    }

    @Test
    void aMergerIsRecognisedByItsIdWithTheReceiptOfThen() {
        var first = Client.COMMAND_09.post(path("merge"), body).expect(200);
        Client.COMMAND_09.post(path("unmerge"), "{\"reason\": \"…\"}").expect(200);
        var position = Recorded.position();
        var again = Client.COMMAND_09.post(path("merge"), body).expect(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Casebook-Position")).isEqualTo(first.header("Casebook-Position"));
        Client.COMMAND_09.post(path("merge"), body.replace("load", "car")).expect(409, "id-reused");
        assertThat(Recorded.position()).isEqualTo(position);
    }

    @Test
    void aMergedCaseTakesNoWork() {
        Client.COMMAND_09.post(path("merge"), body).expect(200);
        Client.TAN_THANH.post(path("notes"), "{\"text\": \"…\"}").expect(409, "illegal-transition");
        Client.TAN_THANH
                .post(path("transitions"), "{\"to\": \"UNDER_INVESTIGATION\"}")
                .expect(409, "illegal-transition");
        Client.COMMAND_09
                .post(path("merge"), "{\"into\": \"%s\", \"reason\": \"…\"}".formatted(Sample.openedCase()))
                .expect(409, "illegal-transition");
    }

    @Test
    void aCaseIsNotMergedIntoItselfNorIntoWhatIsNotThere() {
        var merge = "{\"into\": \"%s\", \"reason\": \"…\"}";
        var itself = Client.COMMAND_09.post(path("merge"), merge.formatted(file), "Accept-Language", "vi");
        itself.expect(409, "merged-into-itself");
        assertThat(itself.text("/title")).isEqualTo("Cùng một hồ sơ");
        Client.COMMAND_09
                .post(path("merge"), merge.formatted(UUID.randomUUID()))
                .expectFaults("/into");
        Client.COMMAND_09.post(path("merge"), merge.formatted(Sample.filed())).expectFaults("/into");
        Client.COMMAND_09.post(path("merge"), merge.formatted("x")).expectFaults("/into");
        Client.COMMAND_09.post(path("merge"), "{}").expectFaults("/into", "/reason");
        Client.COMMAND_09.post(path("unmerge"), "{}").expectFaults("/reason");
    }

    @Test
    void mergingIsForACommandOfTheProvinceAlone() {
        for (var other : List.of(Client.TAN_THANH, Client.ADMIN, Client.ANALYST, Client.AUDITOR)) {
            other.post("/cases/x/merge", "{}").expect(403, "forbidden");
            other.post("/cases/x/unmerge", "{}").expect(403, "forbidden");
        }
        Client.COMMAND_22.post(path("merge"), body).expect(404, "not-found");
    }

    @Test
    void mergersAcrossEachOtherNeitherWaitForEachOtherNorBothHappen() {
        var back = "{\"into\": \"%s\", \"reason\": \"the same load\"}".formatted(file);
        var answers = AtOnce.call(
                8,
                number -> number % 2 == 0
                        ? Client.COMMAND_09.post(path("merge"), body)
                        : Client.COMMAND_09.post("/cases/" + target + "/merge", back));
        assertThat(answers).extracting(Answer::status).containsOnly(200, 409);
        var mergedCases = List.of(file, target).stream()
                .filter(id -> Recorded.ofCase(id).stream().anyMatch(CaseMerged.class::isInstance))
                .toList();
        assertThat(mergedCases).hasSize(1);
    }

    private String path(String what) {
        return "/cases/" + file + "/" + what;
    }
}
