package casebook.loader;

/** The service answered with an error. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    Refused(String what, Answer answer) {
        super(what + ": " + answer.status() + " " + answer.body());
        this.answer = answer;
    }

    /** Whether the same request may succeed later: the service is starting, overloaded, or does not know the outcome. */
    boolean isTemporary() {
        return answer.status() >= 500 || answer.status() == 429;
    }

    boolean isForTheToken() {
        return answer.status() == 401;
    }
}
