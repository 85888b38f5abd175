package casebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.Agency;
import casebook.events.CaseId;
import casebook.events.ReferralAnswered;
import casebook.events.ReferralId;
import casebook.events.ReferralOutcome;
import casebook.events.ReferralSent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReferralTest {

    private final UUID file = Sample.openedCase();
    private final UUID referral = UUID.randomUUID();
    private final String body = """
            {"id": "%s", "agency": "PROCURACY", "subject": "to prosecute", "dueBy": "2030-03-20T17:00:00+07:00"}
            """.formatted(referral);

    @Test
    void aReferralIsSentOnceUnderItsId() {
        investigate();
        var first = Client.TAN_THANH.post(path(""), body).expect(201);
        assertThat(first.text("/status")).isEqualTo("REFERRED");
        assertThat(first.text("/created")).isEqualTo(referral.toString());
        assertThat(first.header("Location")).isEqualTo("/api/v1" + path("/" + referral));
        assertThat(Recorded.ofCase(file).getLast())
                .isEqualTo(new ReferralSent(
                        new CaseId(file),
                        new ReferralId(referral),
                        Agency.PROCURACY,
                        "to prosecute",
                        Instant.parse("2030-03-20T10:00:00Z")));
        var inOtherWords = body.replace("2030-03-20T17:00:00+07:00", "2030-03-20T10:00:00Z");
        assertThat(Client.TAN_THANH.post(path(""), inOtherWords).expect(200).body())
                .isEqualTo(first.body());
        Client.TAN_THANH.post(path(""), body.replace("PROCURACY", "COURT")).expect(409, "id-reused");
    }

    @Test
    void aReferralWithoutAnIdGetsOneThatItsOutcomeIsRecordedUnder() {
        investigate();
        var sent = Client.TAN_THANH
                .post(path(""), "{\"agency\": \"CUSTOMS\", \"subject\": \"to look\"}")
                .expect(201);
        answer(Client.TAN_THANH, sent.text("/created"), "COMPLETED").expect(200);
    }

    @Test
    void aDeclineBringsTheCaseBackAndEndsTheReferral() {
        investigate();
        Client.TAN_THANH.post(path(""), body).expect(201);
        assertThat(answer(Client.TAN_THANH, referral, "ACCEPTED").expect(200).text("/status"))
                .isEqualTo("REFERRED");
        assertThat(answer(Client.COMMAND_09, referral, "DECLINED").expect(200).text("/status"))
                .isEqualTo("UNDER_INVESTIGATION");
        assertThat(Recorded.ofCase(file).getLast())
                .isEqualTo(new ReferralAnswered(
                        new CaseId(file), new ReferralId(referral), ReferralOutcome.DECLINED, "by telephone"));
        var refusal = answer(Client.TAN_THANH, referral, "COMPLETED").expect(409, "illegal-transition");
        assertThat(refusal.json().path("allowed").isEmpty()).isTrue();
    }

    @Test
    void aCaseThatIsNotInvestigatedIsNotReferred() {
        var refusal = Client.TAN_THANH.post(path(""), body).expect(409, "illegal-transition");
        assertThat(refusal.json().path("allowed").valueStream().map(state -> state.asString()))
                .containsExactly("UNDER_INVESTIGATION");
    }

    @Test
    void everyFaultOfAReferralIsNamed() {
        Client.TAN_THANH
                .post(path(""), "{\"id\": 7, \"agency\": \"FIRE\", \"subject\": \" \", \"dueBy\": \"soon\", \"to\": 1}")
                .expectFaults("/id", "/agency", "/subject", "/dueBy", "/to");
        Client.TAN_THANH.post(path(""), "{}").expectFaults("/agency", "/subject");
        Client.TAN_THANH
                .post(path("/" + referral + "/outcome"), "{\"outcome\": \"MAYBE\"}")
                .expectFaults("/outcome");
    }

    @Test
    void whatWasNotSentHasNoOutcome() {
        answer(Client.TAN_THANH, UUID.randomUUID(), "ACCEPTED").expect(404, "not-found");
        answer(Client.TAN_THANH, "x", "ACCEPTED").expect(404, "not-found");
    }

    @Test
    void referralsAreForWhoeverWorksOnTheCase() {
        investigate();
        for (var outsider : List.of(Client.CHI_MA, Client.NAM_CAN, Client.COMMAND_22)) {
            outsider.post(path(""), body).expect(404, "not-found");
        }
        for (var reader : List.of(Client.ADMIN, Client.ANALYST, Client.AUDITOR)) {
            reader.post(path(""), "{}").expect(403, "forbidden");
            reader.post("/cases/x/referrals/x/outcome", "{}").expect(403, "forbidden");
        }
    }

    @Test
    void aRefusalIsToldInTheCallersLanguage() {
        var vietnamese = Client.TAN_THANH.post(path(""), body, "Accept-Language", "vi");
        assertThat(vietnamese.text("/title")).isEqualTo("Không thực hiện được ở trạng thái này");
    }

    private void investigate() {
        Client.TAN_THANH
                .post("/cases/" + file + "/transitions", "{\"to\": \"UNDER_INVESTIGATION\"}")
                .expect(200);
    }

    private Answer answer(Client client, Object sent, String outcome) {
        return client.post(
                path("/" + sent + "/outcome"),
                "{\"outcome\": \"%s\", \"detail\": \"by telephone\"}".formatted(outcome));
    }

    private String path(String further) {
        return "/cases/" + file + "/referrals" + further;
    }
}
