package casebook.benchmarks.reads;

import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the service, and of plain documents.
 *
 * @param path of the n-th time it is asked, with its parameters
 * @param plain asks the same as the n-th time, once, where plain documents can answer it
 * @param rows how many rows the first answer has at least
 * @param goal by when 99 of 100 answers shall be there, in milliseconds; 0 where nothing is asked for
 * @param times how many times as fast it shall be as the plain question; 0 where nothing is asked for
 */
record Question(
        String title, IntFunction<String> path, @Nullable IntConsumer plain, int rows, double goal, double times) {

    static Question of(String title, IntFunction<String> path, @Nullable IntConsumer plain) {
        return new Question(title, path, plain, 1, 0, 0);
    }

    Question withRows(int least) {
        return new Question(title, path, plain, least, goal, times);
    }

    Question within(double millis) {
        return new Question(title, path, plain, rows, millis, times);
    }

    Question asFast(double ratio) {
        return new Question(title, path, plain, rows, goal, ratio);
    }
}
