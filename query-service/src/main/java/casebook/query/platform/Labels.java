package casebook.query.platform;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words for codes and events, in the reader's language. */
@Component
public final class Labels {

    private final MessageSource messages;

    Labels(MessageSource messages) {
        this.messages = messages;
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
}
