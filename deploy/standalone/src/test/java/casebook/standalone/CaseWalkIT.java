package casebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.CaseState;
import casebook.standalone.Officer.Answer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** One case as the field knows it, from a report over a bad line to a merger, by those who work on it and in their words. */
class CaseWalkIT {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String TAN_THANH = "VN-09-TAN-THANH";
    private static final String CHI_MA = "VN-09-CHI-MA";
    private static final String PLATE = "12-B1 345.67";
    private static final Duration ANSWER = Duration.ofDays(5);

    @TempDir
    private static Path data;

    private static RunningStandalone casebook;
    private static Officer binh;
    private static Officer hoa;
    private static Officer an;
    private static Officer vu;
    private static Officer auditor;

    private final OffsetDateTime now = OffsetDateTime.now(ZONE).truncatedTo(ChronoUnit.SECONDS);
    private final OffsetDateTime dueBy = now.plus(ANSWER);
    private final String first = id();
    private final String second = id();
    private final String third = id();
    private String firstNumber;
    private String secondNumber;
    private final String seizure = id();
    private final String arrested = id();
    private final String driver = id();
    private final String exhibit = id();
    private final String file = id();
    private final String ring = id();
    private final byte[] photo = photo();

    @BeforeAll
    static void start() throws Exception {
        casebook = RunningStandalone.start(data);
        var admin = Officer.admin(casebook);
        admin.put("/stations/" + TAN_THANH, Map.of("name", "Tân Thanh", "province", "VN-09", "country", "VN"))
                .done();
        admin.put("/stations/" + CHI_MA, Map.of("name", "Chi Ma", "province", "VN-09", "country", "VN"))
                .done();
        binh = admin.station(TAN_THANH, "Trần Bình");
        hoa = admin.station(TAN_THANH, "Lê Hoa");
        an = admin.station(CHI_MA, "Phạm An");
        vu = admin.command("VN-09", "Vũ Hải");
        auditor = admin.auditor();
    }

    @AfterAll
    static void stop() throws Exception {
        casebook.close();
    }

    @Test
    void aCaseIsWalkedFromTheFirstReportToTheMergerAndItsHistoryReadsWell() throws Exception {
        fileOverABadLine();
        findTheDuplicate();
        openTheCase();
        takeTheDrugsIntoCustody();
        handThemOver();
        weighThemAgain();
        attachAPhoto();
        askTheLaboratory();
        referAndHaveItReturned();
        referAgainAndProsecute();
        closeAndReopen();
        mergeIntoTheRing();
        reportTheDay();
        lookForTheMotorcycle();
        readTheHistoryOfTheCase();
        readTheHistoryOfTheRing();
        readTheHistoryOfTheIncident();
        readTheHistoryOfTheDuplicate();
    }

    private void fileOverABadLine() throws Exception {
        var line = new BadLine(casebook, binh);
        line.file(report(), 0.5);
        line.file(report(), 1);
        var receipt = binh.post("/incidents", report());
        assertThat(receipt.status()).isIn(200, 201);
        firstNumber = number(receipt);
        assertThat(binh.post("/incidents", report()).status()).isEqualTo(200);
        assertThat(lines("type=IncidentFiled")).hasSize(1);
    }

    private void findTheDuplicate() throws Exception {
        var answer = hoa.post("/incidents", secondReport());
        secondNumber = number(answer);
        var receipt = answer.done();
        var found = receipt.path("possibleDuplicates");
        assertThat(found).hasSize(1);
        assertThat(found.path(0).path("incident").asString()).isEqualTo(first);
        assertThat(found.path(0).path("number").asString()).isEqualTo(firstNumber);
        assertThat(found.path(0).path("score").decimalValue()).isBetween(new BigDecimal("0.9"), BigDecimal.ONE);
        assertThat(texts(found.path(0).path("reasons")))
                .containsExactly("SAME_VEHICLE", "SAME_STATION", "CLOSE_IN_TIME", "SAME_ITEMS");
        assertThat(actions(hoa, "/incidents/" + second)).containsExactly("amend");
        assertThat(actions(vu, "/incidents/" + second)).containsExactlyInAnyOrder("amend", "return", "accept", "void");

        var judgement = Map.of("reason", "Cùng một vụ, hai cán bộ cùng báo cáo", "duplicateOf", first);
        assertRefused(hoa.post("/incidents/" + second + "/void", judgement), 403);
        vu.post("/incidents/" + second + "/void", judgement).done();
        assertThat(actions(vu, "/incidents/" + second)).isEmpty();
        assertRefused(vu.post("/incidents/" + second + "/accept"), 409);

        vu.post("/incidents/" + first + "/accept").done();
        assertThat(actions(vu, "/incidents/" + first)).containsExactlyInAnyOrder("amend", "void");
        assertRefused(vu.post("/incidents/" + first + "/return", Map.of("reason", "Bổ sung lời khai")), 409);
    }

    private void openTheCase() throws Exception {
        var opening = Map.of(
                "id",
                file,
                "title",
                "Vận chuyển heroin tại mốc 1090",
                "incidents",
                List.of(first),
                "lead",
                "Trần Bình");
        binh.post("/cases", opening).done();
        assertOffered(binh, "link", "note", "transition:UNDER_INVESTIGATION");
        assertOffered(vu, "link", "assign", "note", "merge", "seal", "hold", "transition:UNDER_INVESTIGATION");
        move(binh, "UNDER_INVESTIGATION").done();
        assertOffered(
                binh, "link", "note", "refer", "transition:REFERRED", "transition:SANCTIONED", "transition:DISMISSED");
    }

    private void takeTheDrugsIntoCustody() throws Exception {
        var entry = Map.of(
                "id", exhibit,
                "seizure", seizure,
                "description", "Tám bánh heroin",
                "quantity", "2.8",
                "unit", "KG",
                "custodian", "Trần Bình");
        binh.post("/incidents/" + first + "/exhibits", entry).done();
        custody(binh, "WEIGH", "2801", "G", "Cân khi thu giữ").done();
        custody(binh, "SAMPLE", "5", "G", "Gửi giám định").done();
        assertBalance("Trần Bình", "2.795", "0.005");
        assertRefused(custody(binh, "SAMPLE", "3", "KG", "Gửi giám định"), 409);
    }

    private void handThemOver() throws Exception {
        custody(binh, Map.of("action", "TRANSFER", "to", "Lê Hoa", "reason", "Nhập kho vật chứng"))
                .done();
        assertBalance("Trần Bình", "2.795", "0.005");
        var receive = Map.of("action", "RECEIVE", "reason", "Niêm phong còn nguyên");
        assertRefused(custody(binh, receive), 409);
        assertRefused(custody(vu, receive), 409);
        assertRefused(custody(an, receive), 404);
        custody(hoa, receive).done();
        assertBalance("Lê Hoa", "2.795", "0.005");
    }

    private void weighThemAgain() throws Exception {
        assertThat(custody(hoa, "WEIGH", "2.5", "KG", "Kiểm kê kho").status()).isEqualTo(200);
        var found = exhibit().path("chain").path(6);
        assertThat(found.path("type").asString()).isEqualTo("CustodyDiscrepancy");
        assertThat(texts(found.path("discrepancy").path("custodians")))
                .containsExactlyInAnyOrder("Trần Bình", "Lê Hoa");
        assertBalance("Lê Hoa", "2.795", "0.005");
    }

    private void attachAPhoto() throws Exception {
        hoa.put("/exhibits/" + exhibit + "/file", photo).done();
        assertThat(exhibit().path("sha256").asString()).isEqualTo(sha256());
        assertThat(binh.get("/exhibits/" + exhibit + "/file").bytes()).isEqualTo(photo);
        assertRefused(an.get("/exhibits/" + exhibit + "/file"), 404);
        assertThat(exhibit()
                        .path("chain")
                        .valueStream()
                        .map(step -> step.path("type").asString()))
                .containsExactly(
                        "ExhibitEntered",
                        "ExhibitWeighed",
                        "ExhibitSampled",
                        "CustodyTransferOffered",
                        "CustodyReceived",
                        "ExhibitWeighed",
                        "CustodyDiscrepancy",
                        "ExhibitFileAttached");
    }

    private void askTheLaboratory() throws Exception {
        var path = "/incidents/" + first + "/seizures/" + seizure + "/lab";
        var request = Map.of("laboratory", "Viện Khoa học hình sự");
        binh.post(path, request).done();
        var result = Map.of("item", "HEROIN", "purity", "71.5");
        binh.post(path + "/result", result).done();
    }

    private void referAndHaveItReturned() throws Exception {
        var referral = id();
        var sent = Map.of(
                "id",
                referral,
                "agency",
                "PUBLIC_SECURITY",
                "subject",
                "Đề nghị khởi tố vụ án",
                "dueBy",
                dueBy.toString());
        binh.post("/cases/" + file + "/referrals", sent).done();
        assertOffered(
                binh,
                "link",
                "note",
                "refer",
                "transition:PROSECUTED",
                "transition:SANCTIONED",
                "transition:DISMISSED",
                "transition:UNDER_INVESTIGATION");
        answer(referral, Map.of("outcome", "DECLINED", "detail", "Thiếu kết luận giám định."))
                .done();
        assertThat(status()).isEqualTo("UNDER_INVESTIGATION");
        assertRefused(answer(referral, Map.of("outcome", "ACCEPTED")), 409);
    }

    private void referAgainAndProsecute() throws Exception {
        var referral = id();
        var sent = Map.of(
                "id", referral,
                "agency", "PROCURACY",
                "subject", "Đề nghị truy tố, kèm kết luận giám định");
        binh.post("/cases/" + file + "/referrals", sent).done();
        answer(referral, Map.of("outcome", "ACCEPTED")).done();
        assertThat(status()).isEqualTo("REFERRED");
        move(binh, "PROSECUTED").done();
        assertOffered(binh, "note");
        assertOffered(vu, "note", "merge", "seal", "hold", "transition:CLOSED");
    }

    private void closeAndReopen() throws Exception {
        assertRefused(move(binh, "CLOSED"), 403);
        move(vu, "CLOSED").done();
        assertOffered(binh, "note");
        assertOffered(vu, "note", "merge", "seal", "hold", "transition:UNDER_INVESTIGATION");
        assertRefused(move(vu, "UNDER_INVESTIGATION"), 400);
        vu.post(
                        "/cases/" + file + "/transitions",
                        Map.of("to", "UNDER_INVESTIGATION", "reason", "Phát hiện thêm người mua."))
                .done();
    }

    private void mergeIntoTheRing() throws Exception {
        var receipt = an.post("/incidents", thirdReport()).done();
        assertThat(receipt.has("possibleDuplicates"))
                .as("reports of another station do not exist for this one")
                .isFalse();
        an.post("/cases", Map.of("id", ring, "title", "Đường dây heroin Lạng Sơn", "incidents", List.of(third)))
                .done();
        var merge = Map.of("into", ring, "reason", "Cùng một đường dây");
        assertRefused(binh.post("/cases/" + file + "/merge", merge), 403);
        vu.post("/cases/" + file + "/merge", merge).done();
        assertMerged();
        vu.post("/cases/" + file + "/unmerge", Map.of("reason", "Chờ đối chiếu lời khai"))
                .done();
        assertThat(status()).isEqualTo("UNDER_INVESTIGATION");
        assertThat(texts(vu.get("/cases/" + ring).done().path("incidents"))).containsExactly(third);
        vu.post("/cases/" + file + "/merge", Map.of("into", ring, "reason", "Lời khai trùng khớp"))
                .done();
        assertMerged();
    }

    private void assertMerged() throws Exception {
        var old = vu.get("/cases/" + file).done();
        assertThat(old.path("status").asString()).isEqualTo("MERGED");
        assertThat(old.path("mergedInto").asString()).isEqualTo(ring);
        assertOffered(binh);
        assertOffered(vu, "unmerge", "seal", "hold");
        assertThat(texts(vu.get("/cases/" + ring).done().path("incidents"))).containsExactly(third, first);
    }

    private void reportTheDay() throws Exception {
        var day = now.toLocalDate().toString();
        var report = Map.of("date", day, "text", "Một vụ vận chuyển heroin, đã lập hồ sơ");
        assertRefused(an.post("/stations/" + TAN_THANH + "/reports", report), 404);
        binh.post("/stations/" + TAN_THANH + "/reports", report).done();
        var station = binh.get("/stations/" + TAN_THANH).done();
        assertThat(station.path("lastReport").path("date").asString()).isEqualTo(day);
        assertThat(station.path("silent").asBoolean()).isFalse();
        assertThat(station.path("timeliness").path("inTime").decimalValue()).isEqualByComparingTo("1");
        assertThat(vu.get("/stations/" + CHI_MA).done().path("silent").asBoolean())
                .isTrue();
        assertThat(vu.get("/cases/overdue").done().path("items")).isEmpty();
    }

    /** Who has this plate been seen with: the voided duplicate tells nothing. */
    private void lookForTheMotorcycle() throws Exception {
        var seen = vu.get("/vehicles?plate=12B1-34567").done().path("incidents");
        assertThat(texts(seen, "id")).containsExactly(third, first);
        assertThat(texts(seen.path(0).path("subjects"), "id")).containsExactly(driver);
        assertThat(texts(seen.path(1).path("subjects"), "id")).containsExactly(arrested);
        assertThat(texts(seen.path(1).path("cases"))).containsExactly(ring);
        assertThat(texts(an.get("/vehicles?plate=12B1-34567").done().path("incidents"), "id"))
                .containsExactly(third);
    }

    private void readTheHistoryOfTheCase() throws Exception {
        var path = "/cases/" + file;
        assertThat(history(path, "en"))
                .containsExactly(
                        "CaseOpened: The case “Vận chuyển heroin tại mốc 1090” was opened.",
                        "CaseMoved: The case is now under investigation.",
                        "ReferralSent: The case was referred to public security, to be answered by "
                                + due("d MMMM yyyy, HH:mm", Locale.ENGLISH) + ": Đề nghị khởi tố vụ án",
                        "ReferralAnswered: The referral to public security was declined. Thiếu kết luận giám định.",
                        "ReferralSent: The case was referred to the procuracy: Đề nghị truy tố, kèm kết luận giám định",
                        "ReferralAnswered: The referral to the procuracy was accepted.",
                        "CaseMoved: The case is now prosecuted.",
                        "CaseMoved: The case is now closed.",
                        "CaseMoved: The case was reopened. Phát hiện thêm người mua.",
                        "CaseMerged: The case was merged into “Đường dây heroin Lạng Sơn”: Cùng một đường dây",
                        "CaseUnmerged: The merger was taken back: Chờ đối chiếu lời khai",
                        "CaseMerged: The case was merged into “Đường dây heroin Lạng Sơn”: Lời khai trùng khớp");
        assertThat(history(path, "vi"))
                .containsExactly(
                        "CaseOpened: Hồ sơ “Vận chuyển heroin tại mốc 1090” được lập.",
                        "CaseMoved: Hồ sơ chuyển sang trạng thái “đang điều tra”.",
                        "ReferralSent: Hồ sơ được chuyển cho Công an, hạn trả lời "
                                + due("HH:mm 'ngày' dd/MM/yyyy", Locale.ROOT) + ": Đề nghị khởi tố vụ án",
                        "ReferralAnswered: Hồ sơ chuyển cho Công an bị từ chối. Thiếu kết luận giám định.",
                        "ReferralSent: Hồ sơ được chuyển cho Viện kiểm sát: Đề nghị truy tố, kèm kết luận giám định",
                        "ReferralAnswered: Hồ sơ chuyển cho Viện kiểm sát đã được tiếp nhận.",
                        "CaseMoved: Hồ sơ chuyển sang trạng thái “đã truy tố”.",
                        "CaseMoved: Hồ sơ chuyển sang trạng thái “đã đóng”.",
                        "CaseMoved: Hồ sơ được mở lại. Phát hiện thêm người mua.",
                        "CaseMerged: Hồ sơ được nhập vào hồ sơ “Đường dây heroin Lạng Sơn”: Cùng một đường dây",
                        "CaseUnmerged: Việc nhập hồ sơ bị hủy bỏ: Chờ đối chiếu lời khai",
                        "CaseMerged: Hồ sơ được nhập vào hồ sơ “Đường dây heroin Lạng Sơn”: Lời khai trùng khớp");
    }

    private void readTheHistoryOfTheRing() throws Exception {
        var path = "/cases/" + ring;
        assertThat(history(path, "en"))
                .containsExactly(
                        "CaseOpened: The case “Đường dây heroin Lạng Sơn” was opened.",
                        "CaseAbsorbed: The case “Vận chuyển heroin tại mốc 1090” was merged into this one.",
                        "CaseSeparated: The case “Vận chuyển heroin tại mốc 1090” was separated from this one again.",
                        "CaseAbsorbed: The case “Vận chuyển heroin tại mốc 1090” was merged into this one.");
        assertThat(history(path, "vi"))
                .containsExactly(
                        "CaseOpened: Hồ sơ “Đường dây heroin Lạng Sơn” được lập.",
                        "CaseAbsorbed: Hồ sơ “Vận chuyển heroin tại mốc 1090” được nhập vào hồ sơ này.",
                        "CaseSeparated: Hồ sơ “Vận chuyển heroin tại mốc 1090” được tách khỏi hồ sơ này.",
                        "CaseAbsorbed: Hồ sơ “Vận chuyển heroin tại mốc 1090” được nhập vào hồ sơ này.");
    }

    private void readTheHistoryOfTheIncident() throws Exception {
        var path = "/incidents/" + first;
        assertThat(history(path, "en"))
                .containsExactly(
                        "IncidentFiled: Station VN-09-TAN-THANH filed report " + firstNumber + ".",
                        "IncidentAccepted: The report was accepted.",
                        "ExhibitEntered: Exhibit “Tám bánh heroin”, 2.8 kg, entered the custody of Trần Bình.",
                        "ExhibitWeighed: Exhibit “Tám bánh heroin” was weighed at 2,801 g: Cân khi thu giữ",
                        "ExhibitSampled: A sample of 5 g was taken from exhibit “Tám bánh heroin”: Gửi giám định",
                        "CustodyTransferOffered: Exhibit “Tám bánh heroin” is to be handed over to Lê Hoa: Nhập kho vật chứng",
                        "CustodyReceived: Exhibit “Tám bánh heroin” was received by Lê Hoa: Niêm phong còn nguyên",
                        "ExhibitWeighed: Exhibit “Tám bánh heroin” was weighed at 2.5 kg: Kiểm kê kho",
                        "CustodyDiscrepancy: Exhibit “Tám bánh heroin” weighs 2.5 kg where 2.795 kg should be held. Last custodians: Trần Bình, Lê Hoa.",
                        "ExhibitFileAttached: A file was attached to exhibit “Tám bánh heroin”, SHA-256 " + sha256()
                                + ".",
                        "LabRequested: A laboratory analysis was requested from Viện Khoa học hình sự.",
                        "LabResultRecorded: The laboratory found: heroin, purity 71.5%.");
        assertThat(history(path, "vi"))
                .containsExactly(
                        "IncidentFiled: Đồn VN-09-TAN-THANH đã lập báo cáo " + firstNumber + ".",
                        "IncidentAccepted: Báo cáo được chấp nhận.",
                        "ExhibitEntered: Vật chứng “Tám bánh heroin”, 2,8 kg, được giao cho Trần Bình giữ.",
                        "ExhibitWeighed: Vật chứng “Tám bánh heroin” được cân, kết quả 2.801 g: Cân khi thu giữ",
                        "ExhibitSampled: Lấy mẫu 5 g từ vật chứng “Tám bánh heroin”: Gửi giám định",
                        "CustodyTransferOffered: Vật chứng “Tám bánh heroin” được bàn giao, chờ Lê Hoa tiếp nhận: Nhập kho vật chứng",
                        "CustodyReceived: Vật chứng “Tám bánh heroin” đã được Lê Hoa tiếp nhận: Niêm phong còn nguyên",
                        "ExhibitWeighed: Vật chứng “Tám bánh heroin” được cân, kết quả 2,5 kg: Kiểm kê kho",
                        "CustodyDiscrepancy: Vật chứng “Tám bánh heroin” cân được 2,5 kg trong khi phải còn 2,795 kg. Người giữ sau cùng: Trần Bình, Lê Hoa.",
                        "ExhibitFileAttached: Tệp được đính kèm vật chứng “Tám bánh heroin”, SHA-256 " + sha256() + ".",
                        "LabRequested: Đã gửi tang vật đi giám định tại Viện Khoa học hình sự.",
                        "LabResultRecorded: Kết quả giám định: heroin, hàm lượng 71,5%.");
    }

    private void readTheHistoryOfTheDuplicate() throws Exception {
        var path = "/incidents/" + second;
        assertThat(history(path, "en"))
                .containsExactly(
                        "IncidentFiled: Station VN-09-TAN-THANH filed report " + secondNumber + ".",
                        "IncidentVoided: The report was voided as a duplicate of " + firstNumber
                                + ": Cùng một vụ, hai cán bộ cùng báo cáo");
        assertThat(history(path, "vi"))
                .containsExactly(
                        "IncidentFiled: Đồn VN-09-TAN-THANH đã lập báo cáo " + secondNumber + ".",
                        "IncidentVoided: Báo cáo bị hủy vì trùng với " + firstNumber
                                + ": Cùng một vụ, hai cán bộ cùng báo cáo");
    }

    private Map<String, Object> report() {
        var person = Map.of(
                "id",
                arrested,
                "role",
                "ARRESTED",
                "name",
                "Nguyễn Văn A",
                "document",
                Map.of("type", "ID", "number", "012345678"));
        var heroin = Map.of("id", seizure, "item", "HEROIN", "quantity", "2.8", "unit", "KG");
        return filing(
                first,
                TAN_THANH,
                now.minusHours(5),
                "Hai người đi xe máy mang tám bánh heroin qua mốc 1090",
                Map.of("seizures", List.of(heroin), "subjects", List.of(person)));
    }

    private Map<String, Object> secondReport() {
        var heroin = Map.of("item", "HEROIN", "quantity", "2.8", "unit", "KG");
        return filing(
                second,
                TAN_THANH,
                now.minusHours(5).plusMinutes(20),
                "Bắt người vận chuyển ma túy gần mốc 1090",
                Map.of("seizures", List.of(heroin)));
    }

    private Map<String, Object> thirdReport() {
        var heroin = Map.of("item", "HEROIN", "quantity", "350", "unit", "G");
        var person = Map.of("id", driver, "role", "SUSPECT", "name", "Hoàng Văn B");
        return filing(
                third,
                CHI_MA,
                now.minusHours(4),
                "Xe máy chở heroin theo đường mòn",
                Map.of("seizures", List.of(heroin), "subjects", List.of(person)));
    }

    private static Map<String, Object> filing(
            String id, String station, OffsetDateTime occurredAt, String summary, Map<String, Object> found) {
        var filing = new HashMap<String, Object>(found);
        filing.put("id", id);
        filing.put("station", station);
        filing.put("category", "DRUG_TRAFFICKING");
        filing.put("occurredAt", occurredAt.toString());
        filing.put("summary", summary);
        filing.put("vehicles", List.of(Map.of("type", "MOTORCYCLE", "plate", PLATE)));
        return filing;
    }

    private Answer move(Officer officer, String to) throws Exception {
        return officer.post("/cases/" + file + "/transitions", Map.of("to", to));
    }

    private Answer answer(String referral, Map<String, String> outcome) throws Exception {
        return binh.post("/cases/" + file + "/referrals/" + referral + "/outcome", outcome);
    }

    private Answer custody(Officer officer, String action, String quantity, String unit, String reason)
            throws Exception {
        return custody(officer, Map.of("action", action, "quantity", quantity, "unit", unit, "reason", reason));
    }

    private Answer custody(Officer officer, Map<String, String> action) throws Exception {
        return officer.post("/exhibits/" + exhibit + "/custody", action);
    }

    private JsonNode exhibit() throws Exception {
        return vu.get("/exhibits/" + exhibit).done();
    }

    private void assertBalance(String custodian, String held, String sampled) throws Exception {
        var found = exhibit();
        assertThat(found.path("custodian").asString()).isEqualTo(custodian);
        assertThat(found.path("unit").asString()).isEqualTo("KG");
        assertThat(found.path("seized").asString()).isEqualTo("2.8");
        assertThat(found.path("held").asString()).isEqualTo(held);
        assertThat(found.path("sampled").asString()).isEqualTo(sampled);
    }

    private String status() throws Exception {
        return vu.get("/cases/" + file).done().path("status").asString();
    }

    /** What is offered is exactly this, and what is not offered is refused. */
    private void assertOffered(Officer officer, String... actions) throws Exception {
        var offered = actions(officer, "/cases/" + file);
        assertThat(offered).containsExactlyInAnyOrder(actions);
        for (var other : everyRequest().entrySet()) {
            if (!offered.contains(other.getKey())) {
                var answer = officer.post(
                        "/cases/" + file + other.getValue().path(),
                        other.getValue().body());
                assertThat(answer.status()).as(other.getKey() + " " + answer).isIn(403, 409);
            }
        }
    }

    private Map<String, Request> everyRequest() {
        var requests = new HashMap<String, Request>();
        requests.put("assign", new Request("/assignment", Map.of("officer", "Lê Hoa")));
        requests.put("note", new Request("/notes", Map.of("text", "Ghi chú")));
        requests.put("refer", new Request("/referrals", Map.of("agency", "CUSTOMS", "subject", "Phối hợp")));
        requests.put("unmerge", new Request("/unmerge", Map.of("reason", "Nhầm lẫn")));
        requests.put("hold", new Request("/hold", Map.of("reason", "Kháng cáo")));
        requests.put("release-hold", new Request("/release-hold", Map.of("reason", "Đã xử xong")));
        requests.put("seal", new Request("/seal", Map.of("reason", "Bảo mật", "officers", List.of("Vũ Hải"))));
        for (var state : CaseState.values()) {
            var body = state == CaseState.DISMISSED
                    ? Map.of("to", state.name(), "reason", "Thử", "closure", "UNFOUNDED")
                    : Map.of("to", state.name(), "reason", "Thử");
            requests.put("transition:" + state, new Request("/transitions", body));
        }
        return requests;
    }

    private record Request(String path, Object body) {}

    private static List<String> actions(Officer officer, String path) throws Exception {
        return texts(officer.get(path).done().path("allowedActions"));
    }

    private static void assertRefused(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    }

    private static List<String> history(String path, String language) throws Exception {
        return vu.get(path + "/history", language)
                .done()
                .valueStream()
                .map(entry -> entry.path("type").asString() + ": "
                        + entry.path("text").asString())
                .toList();
    }

    private static List<String> lines(String filter) throws Exception {
        return new String(auditor.get("/audit/events?" + filter).bytes())
                .lines()
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> texts(JsonNode list, String member) {
        return list.valueStream().map(one -> one.path(member).asString()).toList();
    }

    /** Serials may have gaps: one is left unused where a report comes a second time while the first is being filed. */
    private String number(Officer.Answer receipt) {
        var number = receipt.done().path("number").asString();
        assertThat(number)
                .matches("%s-%d-[0-9]{6}".formatted(TAN_THANH, now.minusHours(5).getYear()));
        return number;
    }

    private String due(String pattern, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(dueBy);
    }

    private String sha256() throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(photo));
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    /** Begins as a JPEG does. */
    private static byte[] photo() {
        var bytes = new byte[300_000];
        new Random(1).nextBytes(bytes);
        var head = new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0};
        System.arraycopy(head, 0, bytes, 0, head.length);
        return bytes;
    }
}
