package casebook.loader;

/** What the service answered to a whole request. */
record Answer(int status, String body) {
    /** @throws Refused if it is an error */
    Answer orRefused(String what) {
        if (status / 100 != 2) {
            throw new Refused(what, this);
        }
        return this;
    }
}
