package casebook.command;

import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Bodies to send. */
final class Sample {

    private static final JsonMapper JSON = new JsonMapper();

    private Sample() {}

    static ObjectNode object(String json) {
        return (ObjectNode) JSON.readTree(json);
    }

    /** What a filing needs and no more. */
    static ObjectNode filing(UUID id) {
        return object("""
                {"station": "VN-09-TAN-THANH", "category": "GOODS_SMUGGLING", "occurredAt": "2021-05-06T07:08:00+07:00",
                 "summary": "Tea without papers"}
                """).put("id", id.toString());
    }

    static ObjectNode filing(UUID id, String station) {
        return filing(id).put("station", station);
    }

    /** A filing in which every member says something. */
    static ObjectNode fullFiling(UUID id) {
        return filing(id).setAll(object("""
                {"detectedAt": "2021-05-06T07:09:00+07:00", "source": "PATROL", "sourceUnit": "Patrol 3", "agencies": ["CUSTOMS"],
                 "place": {"province": "VN-11", "district": "Văn Lãng", "commune": "Tân Thanh", "marker": "1090",
                           "point": {"lat": 21.97, "lon": 106.68}},
                 "subjects": [{"role": "VIOLATOR", "name": "Nguyễn Văn A", "birthYear": 1988}],
                 "seizures": [{"item": "GOODS", "quantity": "120.5", "unit": "KG"}],
                 "vehicles": [{"type": "TRUCK", "plate": "12C-345.67"}], "enterprises": [{"name": "Công ty Chè"}],
                 "unnamed": {"SUSPECT": 3}, "vehicleCount": 2, "enterpriseCount": 1}
                """));
    }

    /** Files a report and gives its id. */
    static UUID filed() {
        return filed(Client.TAN_THANH, filing(UUID.randomUUID()));
    }

    static UUID filed(Client client, JsonNode filing) {
        client.post("/incidents", filing).expect(201);
        return UUID.fromString(filing.path("id").asString());
    }

    /** Opens a case over a new report of the station Tân Thanh and gives its id. */
    static UUID openedCase() {
        var id = UUID.randomUUID();
        Client.TAN_THANH
                .post(
                        "/cases",
                        object("{\"title\": \"Tea\", \"incidents\": [\"%s\"]}".formatted(filed()))
                                .put("id", id.toString()))
                .expect(201);
        return id;
    }
}
