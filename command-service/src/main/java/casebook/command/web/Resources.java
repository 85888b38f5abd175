package casebook.command.web;

import casebook.http.Problem;
import casebook.http.ProblemException;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads what a path names. */
public final class Resources {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Resources() {}

    public static boolean isId(String text) {
        return UUID_FORM.matcher(text).matches();
    }

    /** @throws ProblemException 404 for what is no UUID: nothing can stand under it */
    public static UUID id(String segment) {
        if (!isId(segment)) {
            throw new ProblemException(Problem.notFound());
        }
        return UUID.fromString(segment);
    }
}
