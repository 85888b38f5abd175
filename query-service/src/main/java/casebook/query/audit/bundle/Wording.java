package casebook.query.audit.bundle;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of the documents. */
@Component
final class Wording {

    static final Locale VIETNAMESE = Locale.of("vi");
    static final Locale ENGLISH = Locale.ENGLISH;

    private final MessageSource messages;

    Wording(MessageSource messages) {
        this.messages = messages;
    }

    /** The message {@code bundle.<key>}. */
    Bilingual of(String key) {
        var code = "bundle." + key;
        return new Bilingual(messages.getMessage(code, null, VIETNAMESE), messages.getMessage(code, null, ENGLISH));
    }

    /** The message {@code field.<name>}; the name itself where there is none. */
    Bilingual field(String name) {
        return new Bilingual(field(name, VIETNAMESE), field(name, ENGLISH));
    }

    private String field(String name, Locale locale) {
        return String.valueOf(messages.getMessage("field." + name, null, name, locale));
    }
}
