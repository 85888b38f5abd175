package casebook.query.statistics.web;

import casebook.events.Category;
import casebook.events.Item;
import casebook.events.Source;
import casebook.query.platform.Labels;
import casebook.query.statistics.Difference;
import casebook.query.statistics.GroupBy;
import java.math.BigDecimal;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** How a report says things in its language. */
record ReportWords(MessageSource messages, Labels labels, Locale locale) {

    /** Stands for nothing. */
    static final String NONE = "–";

    String of(String key, Object... arguments) {
        return messages.getMessage("report." + key, arguments, locale);
    }

    String of(Enum<?> code) {
        return labels.of(code, locale);
    }

    /** @param value of a group, empty where the reports name none */
    String of(GroupBy group, String value) {
        if (value.isEmpty()) {
            return NONE;
        }
        return switch (group) {
            case PROVINCE, STATION, MONTH -> value;
            case CATEGORY -> of(Category.valueOf(value));
            case SOURCE -> of(Source.valueOf(value));
            case ITEM -> of(Item.valueOf(value));
        };
    }

    String number(BigDecimal number) {
        return labels.number(number, locale);
    }

    /** In brackets, with the percentage where there is one; no line ends before its sign. */
    String change(Difference difference) {
        var absolute = signed(difference.absolute());
        return difference
                .percent()
                .map(percent -> "(%s; %s\u00A0%%)".formatted(absolute, signed(percent)))
                .orElse("(" + absolute + ")");
    }

    private String signed(BigDecimal number) {
        return (number.signum() > 0 ? "+" : "") + number(number);
    }
}
