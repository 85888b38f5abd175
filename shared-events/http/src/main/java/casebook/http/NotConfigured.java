package casebook.http;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A service does not start without something for which there is no safe default. */
public final class NotConfigured extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /** @param remedy what to set */
    public NotConfigured(String what, String remedy) {
        super(what + " " + remedy);
        this.remedy = remedy;
    }

    /** Says it in the words of a start that failed, in place of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<NotConfigured> {

        @Override
        protected FailureAnalysis analyze(Throwable root, NotConfigured cause) {
            return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.remedy, cause);
        }
    }
}
