package casebook.personaldata;

import casebook.events.PersonalData;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** The number of a paper in the form in which two are compared: letters and digits alone, in upper case. */
public record DocumentNumber(String value) {

    /** What is shorter, has no digit, or one digit alone again and again, is a word for a missing number. */
    private static final int FEWEST_CHARACTERS = 5;

    /** Empty where the person has no paper whose number tells anything. */
    public static Optional<DocumentNumber> of(PersonalData person) {
        var document = person.document();
        return document == null || document.number() == null
                ? Optional.empty()
                : Optional.of(normalised(document.number()))
                        .filter(DocumentNumber::tells)
                        .map(DocumentNumber::new);
    }

    private static String normalised(String number) {
        return Normalizer.normalize(number, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean tells(String number) {
        return number.length() >= FEWEST_CHARACTERS
                && number.codePoints().anyMatch(Character::isDigit)
                && number.codePoints().distinct().count() > 1;
    }

    /** Says nothing of the person, so that no log or message can. */
    @Override
    public String toString() {
        return "DocumentNumber[…]";
    }
}
