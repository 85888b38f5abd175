package casebook.benchmarks.reads;

import java.util.function.IntFunction;

/**
 * What is asked of the service, and of plain documents.
 *
 * @param path of the n-th time it is asked, with its parameters
 * @param plain asks the same once
 * @param goal by when 99 of 100 answers shall be there, in milliseconds; 0 where nothing is asked for
 * @param times how many times as fast it shall be as the plain question; 0 where nothing is asked for
 */
record Question(String title, IntFunction<String> path, Runnable plain, double goal, double times) {

    static Question of(String title, String path, Runnable plain) {
        return new Question(title, _ -> path, plain, 0, 0);
    }

    Question within(double millis) {
        return new Question(title, path, plain, millis, times);
    }

    Question asFast(double ratio) {
        return new Question(title, path, plain, goal, ratio);
    }
}
