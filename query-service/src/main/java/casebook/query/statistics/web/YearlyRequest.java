package casebook.query.statistics.web;

import casebook.events.Category;
import casebook.events.ProvinceCode;
import casebook.events.StationCode;
import casebook.http.ProblemException;
import casebook.query.platform.AsOf;
import casebook.query.platform.Parameters;
import casebook.query.statistics.GroupBy;
import casebook.query.statistics.YearStart;
import casebook.query.statistics.YearlyQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.server.ServerWebExchange;

/** What a request for a yearly table asks for. */
record YearlyRequest(YearlyQuery query, Optional<AsOf> asKnownAt) {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    /** @throws ProblemException 400 that names every bad parameter */
    static YearlyRequest of(ServerWebExchange exchange) {
        var parameters = Parameters.of(exchange);
        var table = query(parameters, exchange);
        var query =
                parameters.one("compare", "compare", YearlyRequest::comparison).isPresent() ? table.comparing() : table;
        var asKnownAt = parameters.one("asKnownAt", "as-of", AsOf::parse);
        parameters.refuse("format");
        parameters.check();
        return new YearlyRequest(query, asKnownAt);
    }

    /** Reads what every request for yearly figures may ask for; the caller of this checks when all is read. */
    static YearlyQuery query(Parameters parameters, ServerWebExchange exchange) {
        var from = parameters.one("from", "year", YearlyRequest::year);
        var to = parameters.one("to", "year", YearlyRequest::year);
        if (from.isPresent() && to.isPresent() && from.get() > to.get()) {
            parameters.one("to", "year-order", _ -> Optional.empty());
        }
        return new YearlyQuery(
                from.orElse(null),
                to.orElse(null),
                parameters.formed("province", ProvinceCode::new).orElse(null),
                parameters.formed("station", StationCode::new).orElse(null),
                parameters.code("category", Category.class).orElse(null),
                parameters.one("groupBy", "group-by", _ -> groups(exchange)).orElse(List.of()),
                parameters.one("yearStart", "year-start", YearStart::parse).orElse(YearStart.CALENDAR));
    }

    private static Optional<Integer> year(String text) {
        return Parameters.position(text)
                .filter(year -> FIRST_YEAR <= year && year <= LAST_YEAR)
                .map(Long::intValue);
    }

    private static Optional<String> comparison(String text) {
        return Optional.of(text).filter("previous"::equals);
    }

    /** Several may stand in one parameter, with commas between them, or in several. */
    private static Optional<List<GroupBy>> groups(ServerWebExchange exchange) {
        var named = exchange.getRequest().getQueryParams().getOrDefault("groupBy", List.of()).stream()
                .flatMap(YearlyRequest::split)
                .map(GroupBy::of)
                .distinct()
                .toList();
        return named.contains(Optional.<GroupBy>empty())
                ? Optional.empty()
                : Optional.of(named.stream().flatMap(Optional::stream).toList());
    }

    private static Stream<String> split(String value) {
        return Arrays.stream(value.split(",", -1));
    }
}
