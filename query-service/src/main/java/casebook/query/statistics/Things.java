package casebook.query.statistics;

/** How many vehicles, or enterprises, a report lists, and how many more it counts without listing them. */
public record Things(int listed, int unlisted) {

    Things plusOne() {
        return new Things(listed + 1, unlisted);
    }

    long count() {
        return (long) listed + unlisted;
    }
}
