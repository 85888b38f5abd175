package casebook.query.search;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words of a text in the form in which two are compared: letters and digits alone, in lower case, without diacritics, {@code đ}, and the {@code ð} that is typed for it, as {@code d}. So
 * {@code ma tuy} is the same as {@code Ma túy}, however its accents are encoded. Scripts without spaces (Lao, Khmer, Chinese) are not taken apart.
 */
final class Words {

    /** Of what is longer only so many characters are compared; longer than any word of a language, shorter than a key of an index may be. */
    private static final int LONGEST = 40;

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Words() {}

    /** Each once, in the order of the text. */
    static Set<String> of(Stream<@Nullable String> texts) {
        return texts.filter(Objects::nonNull).flatMap(Words::of).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<String> of(String text) {
        return NO_WORD.splitAsStream(folded(text))
                .filter(word -> !word.isEmpty())
                .map(Words::cut);
    }

    private static String folded(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return MARKS.matcher(decomposed)
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd')
                .replace('ð', 'd');
    }

    private static String cut(String word) {
        return word.codePointCount(0, word.length()) <= LONGEST
                ? word
                : word.substring(0, word.offsetByCodePoints(0, LONGEST));
    }
}
