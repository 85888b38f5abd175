package casebook.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonString;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "Ma túy,ma tuy",
        "ĐƯỜNG mòn,duong mon",
        "đồng ÐỒNG,dong",
        "ﬁle №5,file no5",
        "Tĩnh—Túc: (Cao_Bằng)!,tinh tuc cao bang",
        "VN-09-TAN-THANH-2020-15,vn 09 tan thanh 2020 15",
        "33.918 kg,33 918 kg",
        "Ⅳ ½ x²,iv 1 2 x2",
        "กำ ที่,กา ท",
        "một MỘT Mốt,mot"
    })
    void wordsAreFolded(String text, String words) {
        assertThat(Words.of(Stream.of(text))).containsExactly(words.split(" "));
    }

    @Test
    void howAccentsAreEncodedMakesNoDifference() {
        for (var form : Normalizer.Form.values()) {
            assertThat(Words.of(Stream.of(Normalizer.normalize("Nguyễn Đức Thuỵ", form))))
                    .containsExactly("nguyen", "duc", "thuy");
        }
    }

    @Test
    void ofALongWordItsBeginningIsCompared() {
        assertThat(Words.of(Stream.of("x".repeat(39) + "𝒳y"))).containsExactly("x".repeat(40));
        assertThat(Words.of(Stream.of("𠀀".repeat(50)))).containsExactly("𠀀".repeat(40));
    }

    @Test
    void aDocumentHoldsABoundedNumberOfWords() {
        var document = new Document();
        var text = IntStream.range(0, 5000).mapToObj(Integer::toString).collect(Collectors.joining(" "));
        SearchText.put(Stream.of(null, text), document);
        assertThat(document.getList("words", String.class)).hasSize(1000).endsWith("999");
    }

    @Test
    void longWordsAreLookedUpFirst() {
        var filter = SearchWords.parse("tại Lạng \"Sơn\" OR -heroin")
                .orElseThrow()
                .filter()
                .toBsonDocument();
        assertThat(filter.getDocument("words").getArray("$all"))
                .isEqualTo(new BsonArray(Stream.of("heroin", "lang", "tai", "son", "or")
                        .map(BsonString::new)
                        .toList()));
    }

    @Test
    void searchNeedsAWordAndTakesNoMoreThanTwenty() {
        assertThat(SearchWords.parse("")).isEmpty();
        assertThat(SearchWords.parse(" \"-* $")).isEmpty();
        assertThat(SearchWords.parse(numbers(21))).isEmpty();
        assertThat(SearchWords.parse(numbers(20))).isPresent();
        assertThat(SearchWords.parse("ma ".repeat(100))).isPresent();
    }

    private static String numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }
}
