package casebook.query.statistics;

import casebook.events.Category;
import casebook.events.CurrencyCode;
import casebook.events.IncidentDetails;
import casebook.events.IncidentFiled;
import casebook.events.IncidentId;
import casebook.events.Item;
import casebook.events.Money;
import casebook.events.Place;
import casebook.events.ProvinceCode;
import casebook.events.Quantity;
import casebook.events.Seizure;
import casebook.events.SeizureId;
import casebook.events.Source;
import casebook.events.StationCode;
import casebook.events.SubjectRole;
import casebook.events.Unit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Filings made from published figures, as events; what {@code shared/data/make_filings.py} printed, with the figures it expects. */
public final class PublishedFilings {

    private static final JsonMapper JSON = JsonMapper.shared();

    private PublishedFilings() {}

    /** @param name {@code lang-son} or {@code nghe-an} */
    public static List<IncidentFiled> of(String name, ProvinceCode province) {
        try (var lines = new GZIPInputStream(resource(name + ".ndjson.gz"))) {
            return read(lines, province).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode expected(String name) {
        return JSON.readTree(resource(name + ".expected.json"));
    }

    static Stream<IncidentFiled> read(InputStream lines, ProvinceCode province) {
        return new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8))
                .lines()
                .map(JSON::readTree)
                .map(filing -> event(filing, province));
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(PublishedFilings.class.getResourceAsStream(name), name);
    }

    private static IncidentFiled event(JsonNode filing, ProvinceCode province) {
        var station = new StationCode(filing.path("station").asString());
        return new IncidentFiled(
                new IncidentId(UUID.fromString(filing.path("id").asString())),
                station,
                province,
                station + "-1",
                details(filing, province));
    }

    private static IncidentDetails details(JsonNode filing, ProvinceCode province) {
        return new IncidentDetails(
                Category.valueOf(filing.path("category").asString()),
                OffsetDateTime.parse(filing.path("occurredAt").asString()),
                null,
                new Place(province, null, null, null, null),
                filing.has("source") ? Source.valueOf(filing.path("source").asString()) : null,
                null,
                List.of(),
                filing.path("summary").asString(),
                List.of(),
                filing.path("seizures")
                        .valueStream()
                        .map(PublishedFilings::seizure)
                        .toList(),
                List.of(),
                List.of(),
                unnamed(filing.path("unnamed")),
                filing.path("vehicleCount").asInt(0),
                filing.path("enterpriseCount").asInt(0));
    }

    private static Map<SubjectRole, Integer> unnamed(JsonNode counts) {
        var unnamed = new EnumMap<SubjectRole, Integer>(SubjectRole.class);
        counts.propertyStream()
                .forEach(count -> unnamed.put(
                        SubjectRole.valueOf(count.getKey()), count.getValue().asInt()));
        return unnamed;
    }

    private static Seizure seizure(JsonNode seizure) {
        return new Seizure(
                new SeizureId(UUID.randomUUID()),
                Item.valueOf(seizure.path("item").asString()),
                Quantity.of(seizure.path("quantity").asString()),
                Unit.valueOf(seizure.path("unit").asString()),
                money(seizure.path("value")),
                null);
    }

    private static @Nullable Money money(JsonNode value) {
        return value.isMissingNode()
                ? null
                : new Money(
                        new BigDecimal(value.path("amount").asString()),
                        new CurrencyCode(value.path("currency").asString()));
    }
}
