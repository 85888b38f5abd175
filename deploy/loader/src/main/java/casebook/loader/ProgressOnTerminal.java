package casebook.loader;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with what is done, the rate, the time left and what was rejected. */
final class ProgressOnTerminal implements Progress {
    private static final String CLEAR_LINE = "\r\u001b[2K";

    private final ProgressBar bar;
    private final PrintWriter out;

    ProgressOnTerminal(long total, PrintWriter out) {
        this.out = out;
        this.bar = new ProgressBarBuilder()
                .setTaskName("Filings")
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .showSpeed()
                .build();
    }

    @Override
    public void at(Tally tally) {
        bar.stepTo(tally.done());
        bar.setExtraMessage(tally.rejected() + " rejected");
    }

    @Override
    public void notice(String text) {
        out.println(CLEAR_LINE + text);
        out.flush();
    }

    @Override
    public void close() {
        bar.close();
    }
}
