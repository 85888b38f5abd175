package casebook.query.search;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words of a text in the form in which two are compared: letters and digits alone, in lower case, without diacritics, {@code đ}, and the {@code ð} that is typed for it, as {@code d}. So
 * {@code ma tuy} is the same as {@code Ma túy}, however its accents are encoded. Scripts without spaces (Lao, Khmer, Chinese) are not taken apart.
 */
final class Words {

    /** Of what is longer only so many characters are compared; longer than any word of a language, shorter than a key of an index may be. */
    private static final int LONGEST = 40;

    private Words() {}

    /** Each once, in the order of the text. */
    static Set<String> of(Stream<@Nullable String> texts) {
        var words = new LinkedHashSet<String>();
        texts.filter(Objects::nonNull).forEach(text -> add(folded(text), words));
        return words;
    }

    /** By hand: taking texts apart by regular expressions was the largest part of making an incident's document. */
    private static void add(String folded, Set<String> words) {
        int begin = 0;
        int at = 0;
        while (at < folded.length()) {
            var point = folded.codePointAt(at);
            if (!isOfWord(point)) {
                if (at > begin) {
                    words.add(cut(folded.substring(begin, at)));
                }
                begin = at + Character.charCount(point);
            }
            at += Character.charCount(point);
        }
        if (at > begin) {
            words.add(cut(folded.substring(begin)));
        }
    }

    private static String folded(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        var bare = new StringBuilder(decomposed.length());
        decomposed.codePoints().filter(point -> !isMark(point)).forEach(bare::appendCodePoint);
        return bare.toString().toLowerCase(Locale.ROOT).replace('đ', 'd').replace('ð', 'd');
    }

    private static boolean isOfWord(int point) {
        return Character.isLetter(point)
                || switch (Character.getType(point)) {
                    case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
                    default -> false;
                };
    }

    private static boolean isMark(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    private static String cut(String word) {
        return word.codePointCount(0, word.length()) <= LONGEST
                ? word
                : word.substring(0, word.offsetByCodePoints(0, LONGEST));
    }
}
