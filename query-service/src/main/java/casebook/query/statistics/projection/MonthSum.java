package casebook.query.statistics.projection;

import casebook.query.statistics.Measures;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The sum over a month and those over its days, of what counts in one cell. One in which nothing counts any more stays, for its position. */
final class MonthSum {

    static final String MONTH = "month";
    static final String DAYS = "days";
    private static final String SUM = "sum";

    private final Measures sum;
    private final Map<Integer, Measures> days = new TreeMap<>();

    private MonthSum(Measures sum) {
        this.sum = sum;
    }

    /** @param stored null if nothing was counted yet */
    static MonthSum read(@Nullable Document stored) {
        if (stored == null) {
            return new MonthSum(new Measures());
        }
        var month = new MonthSum(sum(stored));
        days(stored).forEach((day, measures) -> month.days.put(day.getDayOfMonth(), measures));
        return month;
    }

    static Measures sum(Document stored) {
        return MeasuresFields.read(stored.get(SUM, Document.class));
    }

    static Map<LocalDate, Measures> days(Document stored) {
        var month = month(stored);
        var days = new TreeMap<LocalDate, Measures>();
        var documents = stored.get(DAYS, Document.class);
        documents
                .keySet()
                .forEach(day -> days.put(
                        month.atDay(Integer.parseInt(day)), MeasuresFields.read(documents.get(day, Document.class))));
        return days;
    }

    /** A month as a number that grows with time: 202003 for March 2020. */
    static int number(YearMonth month) {
        return month.getYear() * 100 + month.getMonthValue();
    }

    static YearMonth month(Document stored) {
        var number = stored.getInteger(MONTH);
        return YearMonth.of(number / 100, number % 100);
    }

    void add(int day, Measures measures) {
        sum.add(measures);
        days.computeIfAbsent(day, _ -> new Measures()).add(measures);
    }

    void subtract(int day, Measures measures) {
        sum.subtract(measures);
        days.computeIfAbsent(day, _ -> new Measures()).subtract(measures);
    }

    Document write(Month month) {
        days.values().removeIf(Measures::isZero);
        var document = new Document("_id", month.id()).append(MONTH, number(month.month()));
        CellFields.write(month.cell(), document);
        var written = new Document();
        days.forEach((day, measures) -> written.append(day.toString(), MeasuresFields.write(measures)));
        return document.append(SUM, MeasuresFields.write(sum)).append(DAYS, written);
    }
}
