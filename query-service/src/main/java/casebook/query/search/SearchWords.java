package casebook.query.search;

import com.mongodb.client.model.Filters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.conversions.Bson;

/**
 * Words that are searched for, all of which must occur as whole words. A prefix would be found as well, but not in the order of a list: the index that
 * answers for one word holds the documents in the order of the list already.
 */
public final class SearchWords {

    private static final int MOST = 20;

    private final List<String> words;

    private SearchWords(List<String> words) {
        this.words = words;
    }

    /** Empty if the text has no word, or more than {@value #MOST}. Quotes, signs and operators only separate words. */
    public static Optional<SearchWords> parse(String text) {
        var words = Words.of(Stream.of(text));
        // MongoDB looks up one word in the index and reads the others from what it finds; long words are rarer.
        return words.isEmpty() || words.size() > MOST
                ? Optional.empty()
                : Optional.of(new SearchWords(words.stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList()));
    }

    public Bson filter() {
        return Filters.all(SearchText.WORDS, words);
    }
}
