package casebook.transparency;

/** The name of a key: not empty, without Unicode spaces and plus signs, so that it can stand in keys and signature lines. */
final class KeyName {

    private static final int NEXT_LINE = 0x85;

    private KeyName() {}

    static String require(String name) {
        if (name.isEmpty() || name.indexOf('+') >= 0 || name.codePoints().anyMatch(KeyName::isForbidden)) {
            throw new Malformed("Not a key's name, which has no spaces and no plus sign: " + Text.shown(name));
        }
        return name;
    }

    private static boolean isForbidden(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || codePoint < ' '
                || codePoint == NEXT_LINE
                || Character.getType(codePoint) == Character.SURROGATE;
    }
}
