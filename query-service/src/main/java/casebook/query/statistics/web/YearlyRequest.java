package casebook.query.statistics.web;

import casebook.events.Category;
import casebook.events.ProvinceCode;
import casebook.events.StationCode;
import casebook.http.CallerLanguage;
import casebook.http.ProblemException;
import casebook.query.exports.Format;
import casebook.query.platform.AsOf;
import casebook.query.platform.Parameters;
import casebook.query.statistics.GroupBy;
import casebook.query.statistics.YearStart;
import casebook.query.statistics.YearlyQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * What a request for a table asks for.
 *
 * @param locale of what is printed
 * @param takesGzip whether JSON may be compressed
 */
record YearlyRequest(
        TableKind kind, YearlyQuery query, Optional<AsOf> asKnownAt, Format format, Locale locale, boolean takesGzip) {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    /** As RFC 9110, 12.5.3 has it: named, with a weight that is not 0. */
    private static final Pattern GZIP =
            Pattern.compile("(x-)?gzip(\\s*;\\s*q=(1(\\.0*)?|0\\.0*[1-9]\\d*))?", Pattern.CASE_INSENSITIVE);

    /** @throws ProblemException 400 that names every bad parameter */
    static YearlyRequest of(TableKind kind, ServerWebExchange exchange) {
        var parameters = Parameters.of(exchange);
        var asked = comparedQuery(parameters);
        kind.refuse(asked, parameters);
        var asKnownAt = parameters.one("asKnownAt", "as-of", AsOf::parse);
        var format = Format.of(parameters, exchange, kind.files());
        parameters.check();
        return new YearlyRequest(
                kind, kind.query(asked), asKnownAt, format, CallerLanguage.of(exchange), takesGzip(exchange));
    }

    private static boolean takesGzip(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.ACCEPT_ENCODING).stream()
                .flatMap(YearlyRequest::split)
                .anyMatch(coding -> GZIP.matcher(coding.strip()).matches());
    }

    /** Reads what a request for a table may ask for; the caller of this checks when all is read. */
    static YearlyQuery comparedQuery(Parameters parameters) {
        var query = query(parameters);
        return parameters
                .one("compare", "compare", YearlyRequest::comparison)
                .map(previous -> query.comparing())
                .orElse(query);
    }

    /** Reads what every request for yearly figures may ask for; the caller of this checks when all is read. */
    static YearlyQuery query(Parameters parameters) {
        var from = parameters.one("from", "year", YearlyRequest::year);
        var to = parameters.one("to", "year", YearlyRequest::year);
        if (from.isPresent() && to.isPresent() && from.get() > to.get()) {
            parameters.reject("to", "year-order");
        }
        return new YearlyQuery(
                from.orElse(null),
                to.orElse(null),
                parameters.formed("province", ProvinceCode::new).orElse(null),
                parameters.formed("station", StationCode::new).orElse(null),
                parameters.code("category", Category.class).orElse(null),
                parameters.several("groupBy", "group-by", YearlyRequest::groups).orElse(List.of()),
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
    private static Optional<List<GroupBy>> groups(List<String> values) {
        var named = values.stream()
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
