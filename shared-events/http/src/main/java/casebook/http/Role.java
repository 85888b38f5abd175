package casebook.http;

/** What a caller is to the border guard; claim {@code roles} of the bearer token. */
public enum Role {
    STATION,
    COMMAND,
    ANALYST,
    AUDITOR,
    ADMIN
}
