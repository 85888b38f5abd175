package casebook.verify;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks {@code SHA256SUMS}, as {@code sha256sum} writes it: every other file of the bundle is in it, and unchanged. */
final class Sums {

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](.+)");

    private Sums() {}

    static void check(Bundle bundle) {
        Map<String, String> sums = read(bundle.text(Bundle.SUMS));
        for (String name : bundle.names()) {
            if (name.equals(Bundle.SUMS)) {
                continue;
            }
            String sum = sums.remove(name);
            if (sum == null) {
                throw Wrong.Kind.ADDED.with("The file %s is not in %s.".formatted(name, Bundle.SUMS));
            }
            if (!sum.equals(sha256(bundle.bytes(name)))) {
                throw Wrong.Kind.ALTERED.with("The file %s is not the one in %s.".formatted(name, Bundle.SUMS));
            }
        }
        sums.keySet().stream().sorted().findFirst().ifPresent(name -> {
            throw Wrong.Kind.MISSING.with("The file %s is in %s, but not in the bundle.".formatted(name, Bundle.SUMS));
        });
    }

    private static Map<String, String> read(String text) {
        Map<String, String> sums = new HashMap<>();
        text.lines().forEach(line -> {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches() || sums.put(matcher.group(2), matcher.group(1)) != null) {
                throw Wrong.Kind.UNREADABLE.with("%s has a line that is none: %s".formatted(Bundle.SUMS, line));
            }
        });
        return sums;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
