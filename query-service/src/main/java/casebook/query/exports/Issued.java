package casebook.query.exports;

import casebook.http.Scope;
import casebook.query.platform.Parameters;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an export shows. The ledger below a position never changes, so this is enough to make it again.
 *
 * @param table which table it is
 * @param filter as query parameters
 * @param scope of the caller it was made for
 * @param hidden the ids of the cases that were sealed for others when it was made, and so are left out
 * @param position of the ledger that it shows
 * @param madeAt the position of the ledger when it was made, for the first time; of a list, which is not judged by it, the one that it shows
 */
public record Issued(String table, String filter, Scope scope, Set<String> hidden, long position, long madeAt) {

    private static final int CODE_BYTES = 16;
    private static final List<String> PAGE = List.of("limit", "cursor");

    /** The filter with whom it was made for, unless for those who see everything. */
    public String shown() {
        var whose = switch (scope) {
            case Scope.All() -> "";
            case Scope.OfProvince(var province) -> "scope=province:" + province;
            case Scope.OfStation(var station) -> "scope=station:" + station;
            case Scope.Nothing() -> "scope=none";
        };
        return Stream.of(filter, whose).filter(part -> !part.isEmpty()).collect(Collectors.joining("&"));
    }

    /** What asks for its rows again, if it is one of a list. */
    public Parameters again(Parameters request) {
        var values = new LinkedHashMap<>(FilterText.parse(filter));
        values.put("asOf", List.of(Long.toString(position)));
        PAGE.stream().filter(request::has).forEach(name -> values.put(name, request.all(name)));
        return Parameters.of(values);
    }

    /** The same for equal exports, whenever they were made; 32 hexadecimal digits, to be typed from paper if need be. */
    String code() {
        var sealed = hidden.stream().sorted().collect(Collectors.joining(" "));
        var text = String.join("\n", table, filter, scope.toString(), Long.toString(position), sealed);
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, CODE_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a caller of a scope may see it: as the one it was made for, or as one who may see everything. */
    public boolean isFor(Scope other) {
        return other instanceof Scope.All || other.equals(scope);
    }
}
