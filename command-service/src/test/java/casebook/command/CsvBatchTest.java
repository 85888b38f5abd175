package casebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.CurrencyCode;
import casebook.events.Money;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvBatchTest {

    private static final String HEADER = "id,station,category,occurredAt,summary";
    private static final String FULL = HEADER
            + ",province,district,commune,marker,lat,lon,source,item,quantity,unit,valueAmount,valueCurrency,suspects,arrested,violators,victims,rescued,migrants,vehicles,enterprises";

    @Test
    void everyColumnBecomesAMemberOfTheFiling() {
        var id = UUID.randomUUID();
        var lines = Client.TAN_THANH
                .csv(
                        FULL + "\r\n" + row(id, "Tea")
                                + ",VN-11,Văn Lãng,Tân Thanh,1090,21.97,106.68,PATROL,HEROIN,33.918,KG,1500000,VND,1,2,3,4,5,6,7,8\r\n")
                .expect(200)
                .lines();
        assertThat(lines).extracting(BatchTest::summary).containsExactly("2 FILED");
        var report = Recorded.report(id);
        assertThat(report.place())
                .hasToString(
                        "Place[province=VN-11, district=Văn Lãng, commune=Tân Thanh, marker=1090, point=Point[lat=21.97, lon=106.68]]");
        assertThat(report.source()).hasToString("PATROL");
        assertThat(report.seizures().getFirst().quantity()).hasToString("33.918");
        assertThat(report.seizures().getFirst().value())
                .isEqualTo(new Money(new BigDecimal("1500000"), new CurrencyCode("VND")));
        assertThat(report.unnamed().toString())
                .isEqualTo("{SUSPECT=1, ARRESTED=2, VIOLATOR=3, VICTIM=4, RESCUED=5, SMUGGLED_MIGRANT=6}");
        assertThat(report.vehicleCount()).isEqualTo(7);
        assertThat(report.enterpriseCount()).isEqualTo(8);
    }

    @Test
    void anEmptyCellIsAnAbsentMember() {
        var id = UUID.randomUUID();
        Client.TAN_THANH
                .csv(FULL + "\n" + row(id, "Tea") + ",".repeat(20) + "\n")
                .expect(200);
        var report = Recorded.report(id);
        assertThat(report.seizures()).isEmpty();
        assertThat(report.unnamed()).isEmpty();
        assertThat(report.place().province()).hasToString("VN-09");
        assertThat(report.place().point()).isNull();
    }

    @Test
    void aRowAndAnObjectThatSayTheSameAreTheSameFiling() {
        var filing = Sample.filing(UUID.randomUUID());
        Client.TAN_THANH.post("/incidents", filing).expect(201);
        var id = UUID.fromString(filing.path("id").asString());
        assertThat(Client.TAN_THANH
                        .csv(HEADER + "\n" + row(id, "Tea without papers"))
                        .lines())
                .extracting(BatchTest::summary)
                .containsExactly("2 DUPLICATE");
    }

    @Test
    void columnsStandInAnyOrderAfterAByteOrderMark() {
        var rows =
                "\uFEFFsummary,occurredAt,category,station,id\nTea,2021-05-06T07:08:00+07:00,GOODS_SMUGGLING,VN-09-TAN-THANH,";
        assertThat(Client.TAN_THANH.csv(rows + UUID.randomUUID()).expect(200).lines())
                .extracting(BatchTest::summary)
                .containsExactly("2 FILED");
    }

    @Test
    void aLineIsTheOneOnWhichItsRowStarts() {
        var quoted = UUID.randomUUID();
        var rows = String.join(
                "\r\n",
                HEADER,
                row(quoted, "\"Tea,\r\n\"\"green\"\"\r\nand black\""),
                "",
                row(UUID.randomUUID(), "Tea"),
                row(UUID.randomUUID(), ""),
                "");
        assertThat(Client.TAN_THANH.csv(rows).expect(200).lines())
                .extracting(BatchTest::summary)
                .containsExactly("2 FILED", "6 FILED", "7 REJECTED invalid-request");
        assertThat(Recorded.report(quoted).summary()).isEqualTo("Tea,\r\n\"green\"\r\nand black");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id,station,category,occurredAt,summary,colour | /colour",
                "id,station,category,occurredAt,summary,id     | /id",
                "id,station,category,occurredAt                | /summary",
                "station,category                              | /id;/occurredAt;/summary",
                "ID,station,category,occurredAt,summary        | /ID;/id",
                "id,station,category,occurredAt,summary,       | /",
                "id, station,category,occurredAt,summary       | / station;/station"
            })
    void aHeaderThatIsNotUnderstoodRefusesTheBatch(String header, String pointers) {
        var position = Recorded.position();
        Client.TAN_THANH.csv(header + "\n" + row(UUID.randomUUID(), "Tea")).expectFaults(pointers.split(";"));
        assertThat(Recorded.position()).isEqualTo(position);
    }

    @Test
    void aLargeFileOfABadHeaderIsRefusedToo() {
        var rows = "id,colour\n" + (row(UUID.randomUUID(), "Tea") + "\n").repeat(200_000);
        Client.TAN_THANH.csv(rows).expect(400, "invalid-request");
    }

    @Test
    void aBatchWithoutAHeaderIsRefused() {
        Client.TAN_THANH.csv("").expect(400, "invalid-request");
        Client.TAN_THANH.csv("\uFEFF\n\n").expect(400, "invalid-request");
    }

    @ParameterizedTest
    @CsvSource({
        "quantity, '33,918', /seizures/0/quantity",
        "quantity, 1 000, /seizures/0/quantity",
        "quantity, -1, /seizures/0/quantity",
        "valueAmount, NaN, /seizures/0/value/amount",
        "valueCurrency, vnd, /seizures/0/value/currency",
        "suspects, many, /unnamed/SUSPECT",
        "arrested, 1.5, /unnamed/ARRESTED",
        "violators, -1, /unnamed/VIOLATOR",
        "victims, '1,000', /unnamed/VICTIM",
        "rescued, 1e3, /unnamed/RESCUED",
        "migrants, 99999999999, /unnamed/SMUGGLED_MIGRANT",
        "vehicles, two, /vehicleCount",
        "enterprises, ' 1', /enterpriseCount",
        "lat, 91, /place/point/lat",
        "lon, east, /place/point/lon",
        "unit, HA, /seizures/0/unit",
        "source, RUMOUR, /source",
        "province, vn, /place/province"
    })
    void aFaultOfACellIsNamedByTheMemberThatItBecomes(String column, String cell, String pointer) {
        var rest = "lat,lon,item,quantity,unit,valueAmount,valueCurrency";
        var cells = "21.97,106.68,HEROIN,1,KG,1,VND";
        var names = List.of(rest.split(","));
        var values = new ArrayList<>(List.of(cells.split(",")));
        var header = HEADER + "," + rest;
        var quoted = "\"" + cell + "\"";
        if (names.contains(column)) {
            values.set(names.indexOf(column), quoted);
        } else {
            header += "," + column;
            values.add(quoted);
        }
        var line = Client.TAN_THANH
                .csv(header + "\n" + row(UUID.randomUUID(), "Tea") + "," + String.join(",", values))
                .lines()
                .getFirst();
        assertThat(line.at("/problem/errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString()))
                .containsExactly(pointer);
    }

    @Test
    void aRowOfAnotherLengthIsMalformedAndStopsNothing() {
        var rows = String.join(
                "\n", HEADER, row(UUID.randomUUID(), "Tea") + ",more", "x", row(UUID.randomUUID(), "Tea"), ",,,,");
        assertThat(Client.TAN_THANH.csv(rows).expect(200).lines())
                .extracting(BatchTest::summary)
                .containsExactly(
                        "2 REJECTED malformed", "3 REJECTED malformed", "4 FILED", "5 REJECTED invalid-request");
    }

    @Test
    void aQuoteThatIsNeverClosedMakesTheRestOneMalformedRow() {
        var rows = String.join(
                "\n",
                HEADER,
                row(UUID.randomUUID(), "Tea"),
                row(UUID.randomUUID(), "\"Tea"),
                row(UUID.randomUUID(), "Tea"));
        assertThat(Client.TAN_THANH.csv(rows).expect(200).lines())
                .extracting(BatchTest::summary)
                .containsExactly("2 FILED", "3 REJECTED malformed");
    }

    @Test
    void aRowOfMoreThanOneMegabyteIsPassedOver() {
        var rows = HEADER + "\n" + row(UUID.randomUUID(), "\"green\nTea\"") + "\n\n"
                + row(UUID.randomUUID(), "\"Tea" + "\n".repeat(2_000_000) + "\"") + "\n"
                + row(UUID.randomUUID(), "Tea");
        assertThat(Client.TAN_THANH.csv(rows).expect(200).lines())
                .extracting(BatchTest::summary)
                .containsExactly("2 FILED", "5 REJECTED too-large", "2000006 FILED");
    }

    @Test
    void textAfterAClosingQuoteIsMalformedAndStopsNothing() {
        var rows = String.join("\n", HEADER, row(UUID.randomUUID(), "\"Tea\"x"), row(UUID.randomUUID(), "Tea"));
        assertThat(Client.TAN_THANH.csv(rows).expect(200).lines())
                .extracting(BatchTest::summary)
                .containsExactly("2 REJECTED malformed", "3 FILED");
    }

    @Test
    void brokenUtf8IsRejectedAndTheNextRowFiled() {
        var broken = (HEADER + "\n" + row(UUID.randomUUID(), "T\u00e9") + "\n" + row(UUID.randomUUID(), "Tea"))
                .getBytes(StandardCharsets.ISO_8859_1);
        var lines = Client.TAN_THANH
                .send(
                        "POST",
                        "/incidents/batch",
                        BodyPublishers.ofByteArray(broken),
                        "Content-Type",
                        "text/csv; charset=utf-8")
                .expect(200)
                .lines();
        assertThat(lines).extracting(BatchTest::summary).containsExactly("2 REJECTED malformed", "3 FILED");
    }

    private static String row(UUID id, String summary) {
        return id + ",VN-09-TAN-THANH,GOODS_SMUGGLING,2021-05-06T07:08:00+07:00," + summary;
    }
}
