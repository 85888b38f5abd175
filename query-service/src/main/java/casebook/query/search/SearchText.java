package casebook.query.search;

import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What a document is found by, as its field {@value #WORDS}: an array of words, under an index. */
public final class SearchText {

    public static final String WORDS = "words";

    /** Of a longer text the words behind these are not found. */
    private static final int MOST_WORDS = 1000;

    private SearchText() {}

    /** @param texts that it is found by, those first that matter most; what is null is left out */
    public static void put(Stream<@Nullable String> texts, Document document) {
        document.append(WORDS, Words.of(texts).stream().limit(MOST_WORDS).toList());
    }
}
