package casebook.query.platform;

import java.time.ZoneId;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The service's words, without the service. */
public final class Wording {

    private Wording() {}

    public static Labels labels() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/query");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Labels(messages, ZoneId.of("Asia/Ho_Chi_Minh"));
    }
}
