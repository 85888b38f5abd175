package casebook.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** One question that several contenders answer in turn, round after round. */
final class Contest {

    private final String title;
    private final List<Entry> entries = new ArrayList<>();

    Contest(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    List<String> names() {
        return entries.stream().map(Entry::name).toList();
    }

    Contest with(Object name, Contender contender) {
        entries.add(new Entry(name.toString(), contender, new ArrayList<>()));
        return this;
    }

    /**
     * Has all of them measured, each round in another order.
     *
     * @param round counted from 0; what is measured before is forgotten
     */
    void hold(int round, Meter meter, Duration time) {
        List<Entry> order = new ArrayList<>(entries);
        Collections.rotate(order, -round);
        for (Entry entry : order) {
            Figure figure = entry.contender().measure(meter, time);
            if (round >= 0) {
                entry.figures().add(figure);
            }
        }
    }

    /** How many times as many events a second one handles as another: the median of what each round says. */
    double ratio(Object one, Object other) {
        List<Figure> ones = figuresOf(one);
        List<Figure> others = figuresOf(other);
        return middle(IntStream.range(0, ones.size())
                .mapToDouble(
                        round -> ones.get(round).events() / others.get(round).events())
                .sorted()
                .toArray());
    }

    double median(Object name, ToDoubleFunction<Figure> value) {
        return middle(sorted(name, value));
    }

    double least(Object name, ToDoubleFunction<Figure> value) {
        return sorted(name, value)[0];
    }

    double most(Object name, ToDoubleFunction<Figure> value) {
        double[] sorted = sorted(name, value);
        return sorted[sorted.length - 1];
    }

    private double[] sorted(Object name, ToDoubleFunction<Figure> value) {
        return figuresOf(name).stream().mapToDouble(value).sorted().toArray();
    }

    private static double middle(double[] sorted) {
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private List<Figure> figuresOf(Object name) {
        return entries.stream()
                .filter(entry -> entry.name().equals(name.toString()))
                .findFirst()
                .orElseThrow()
                .figures();
    }

    private record Entry(String name, Contender contender, List<Figure> figures) {}
}
