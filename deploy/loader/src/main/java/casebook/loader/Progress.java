package casebook.loader;

import java.io.PrintWriter;

/** Shows how far a load has come. */
sealed interface Progress extends AutoCloseable permits ProgressOnTerminal, ProgressAsLines {
    void at(Tally tally);

    /** Something that the user should know, such as a lost connection. */
    void notice(String text);

    @Override
    void close();

    static Progress of(long total, boolean terminal, PrintWriter out) {
        return terminal ? new ProgressOnTerminal(total, out) : new ProgressAsLines(total, out);
    }
}
