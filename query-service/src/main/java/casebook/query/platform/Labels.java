package casebook.query.platform;

import casebook.events.Unit;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words for codes and events, in the reader's language. */
@Component
public final class Labels {

    private static final int ALL_DIGITS = 100;

    private final MessageSource messages;
    private final ZoneId zone;

    Labels(MessageSource messages, @Value("${casebook.reporting.zone:Asia/Ho_Chi_Minh}") ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    /** The word for a code, such as {@code label.Category.OTHER}. */
    public String of(Enum<?> code, Locale locale) {
        return messages.getMessage(
                "label." + code.getDeclaringClass().getSimpleName() + "." + code.name(), null, locale);
    }

    /** The sentence {@code history.<key>}. */
    public String sentence(String key, Locale locale, Object... arguments) {
        return messages.getMessage("history." + key, arguments, locale);
    }

    /** Two sentences, of which the second may be absent. */
    public String sentences(String first, @Nullable String second) {
        return second == null ? first : first + " " + second;
    }

    /** A moment on the clocks of the reporting zone, to the minute. */
    public String moment(Instant moment, Locale locale) {
        var pattern = messages.getMessage("format.moment", null, locale);
        return DateTimeFormatter.ofPattern(pattern, locale).format(moment.atZone(zone));
    }

    /** An exact amount with its unit, written as the language writes numbers. */
    public String amount(BigDecimal quantity, Unit unit, Locale locale) {
        return number(quantity, locale) + " " + of(unit, locale);
    }

    /** An exact number, written as the language writes numbers. */
    public String number(BigDecimal number, Locale locale) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(ALL_DIGITS);
        return format.format(number);
    }
}
