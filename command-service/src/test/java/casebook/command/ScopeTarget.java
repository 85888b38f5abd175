package casebook.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What may be written to: a station with two reports, an exhibit of the first, and over that a case that was referred. */
enum ScopeTarget {
    OWN("VN-09-TAN-THANH", "VN-09"),
    NEIGHBOUR("VN-09-CHI-MA", "VN-09"),
    FAR("VN-22-NAM-CAN", "VN-22"),
    /** As {@link #OWN}, but that the case is sealed. */
    SEALED("VN-09-TAN-THANH", "VN-09");

    static final String OFFICER = "Hoàng";

    private final String station;
    private final String province;
    private final Map<String, String> ids = places().stream()
            .collect(Collectors.toMap(place -> place, place -> UUID.randomUUID().toString()));

    ScopeTarget(String station, String province) {
        this.station = station;
        this.province = province;
    }

    char letter() {
        return name().toLowerCase(Locale.ROOT).charAt(0);
    }

    /** The text with this target's ids in their places. */
    String in(String text) {
        var filled = text.replace("{station}", station)
                .replace("{province}", province)
                .replace("{new}", UUID.randomUUID().toString());
        for (var place : places()) {
            filled = filled.replace(place, ids.getOrDefault(place, ""));
        }
        return filled;
    }

    /** The text with ids in their places that were never given. */
    static String never(String text) {
        var filled = text.replace("{station}", "VN-09-NEVER").replace("{province}", "VN-09");
        for (var place : places()) {
            filled = filled.replace(place, UUID.randomUUID().toString());
        }
        return filled.replace("{new}", UUID.randomUUID().toString());
    }

    void create() {
        var command = province.equals("VN-09") ? Client.commander("Vũ") : Client.COMMAND_22;
        post(command, "/incidents", """
                {"id": "{incident}", "station": "{station}", "category": "OTHER", "occurredAt": "2021-05-06T07:08:00+07:00", "summary": "…",
                 "subjects": [{"id": "{subject}", "role": "VICTIM"}],
                 "seizures": [{"id": "{seizure}", "item": "HEROIN", "quantity": "1", "unit": "KG"}]}
                """);
        post(command, "/incidents", """
                {"id": "{free}", "station": "{station}", "category": "OTHER", "occurredAt": "2021-05-06T07:08:00+07:00", "summary": "…"}
                """);
        post(command, "/incidents/{incident}/exhibits", """
                {"id": "{exhibit}", "description": "a bag", "quantity": "1", "unit": "KG", "custodian": "Lê"}
                """);
        post(command, "/cases", "{\"id\": \"{case}\", \"title\": \"Tea\", \"incidents\": [\"{incident}\"]}");
        post(command, "/cases/{case}/transitions", "{\"to\": \"UNDER_INVESTIGATION\"}");
        post(
                command,
                "/cases/{case}/referrals",
                "{\"id\": \"{referral}\", \"agency\": \"CUSTOMS\", \"subject\": \"the car\"}");
        if (this == SEALED) {
            post(command, "/cases/{case}/seal", "{\"reason\": \"an informer\", \"officers\": [\"" + OFFICER + "\"]}");
        }
    }

    private void post(Client client, String path, String body) {
        var answer = client.post(in(path), in(body));
        if (answer.status() >= 300) {
            throw new IllegalStateException(path + " answered " + answer);
        }
    }

    /** Where ids are to stand in a text. */
    private static List<String> places() {
        return List.of("{incident}", "{subject}", "{seizure}", "{free}", "{exhibit}", "{case}", "{referral}");
    }
}
