package casebook.query.statistics.web;

import casebook.query.platform.Parameters;
import casebook.query.statistics.GroupBy;
import casebook.query.statistics.YearStart;
import casebook.query.statistics.YearlyQuery;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** How a query is written down: as the parameters that ask for it, always in the same order. */
final class YearlyFilter {

    private YearlyFilter() {}

    static String of(YearlyQuery query) {
        return Stream.of(
                        parameter("from", query.from()),
                        parameter("to", query.to()),
                        parameter("province", query.province()),
                        parameter("station", query.station()),
                        parameter("category", query.category()),
                        parameter("groupBy", groups(query)),
                        parameter("yearStart", query.yearStart().equals(YearStart.CALENDAR) ? null : query.yearStart()),
                        parameter("compare", query.compared() ? "previous" : null))
                .flatMap(parameter -> parameter)
                .collect(Collectors.joining("&"));
    }

    private static @Nullable String groups(YearlyQuery query) {
        return query.groupBy().isEmpty()
                ? null
                : query.groupBy().stream().map(GroupBy::key).collect(Collectors.joining(","));
    }

    private static Stream<String> parameter(String name, @Nullable Object value) {
        return value == null ? Stream.empty() : Stream.of(name + "=" + value);
    }

    /** @param filter that was made here */
    static YearlyQuery parse(String filter) {
        var parameters = Parameters.of(
                UriComponentsBuilder.newInstance().query(filter).build().getQueryParams());
        var query = YearlyRequest.comparedQuery(parameters);
        parameters.check();
        return query;
    }
}
