package casebook.loader;

/** The bearer token of the requests. */
sealed interface Token permits GivenToken, DemoToken {
    String value();

    /** The service refused it: whether another one can be had. */
    boolean discard();
}
