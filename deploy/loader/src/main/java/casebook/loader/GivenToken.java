package casebook.loader;

/** A token that the user brings. */
final class GivenToken implements Token {
    private final String value;

    GivenToken(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }

    @Override
    public boolean discard() {
        return false;
    }
}
