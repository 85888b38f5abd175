package casebook.http;

import java.util.List;

/**
 * One fault of a request.
 *
 * @param kind whether {@code where} is a JSON pointer into the body or the name of a query parameter
 * @param code key {@code fault.<code>} of the message that explains it
 */
public record Fault(Kind kind, String where, String code, List<Object> arguments) {

    public static Fault at(String pointer, String code, Object... arguments) {
        return new Fault(Kind.POINTER, pointer, code, List.of(arguments));
    }

    public static Fault parameter(String name, String code, Object... arguments) {
        return new Fault(Kind.PARAMETER, name, code, List.of(arguments));
    }

    /** Where a fault is named. */
    public enum Kind {
        POINTER("pointer"),
        PARAMETER("parameter");

        private final String member;

        Kind(String member) {
            this.member = member;
        }

        String member() {
            return member;
        }
    }
}
