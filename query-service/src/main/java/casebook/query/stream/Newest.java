package casebook.query.stream;

import casebook.query.projection.Reading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Up to where changes have been told, and the listeners that have heard them all. */
final class Newest {

    private final Set<Listener> waiting = new HashSet<>();
    private @Nullable Reading reading;
    private long position;

    synchronized long position() {
        return position;
    }

    /** What there is for a listener that is not as far as all others; null if it is. */
    synchronized @Nullable Reading beyond(long heard) {
        return reading != null && heard < Math.min(position, reading.position()) ? reading : null;
    }

    /** Lets a listener wait that has heard everything; false if there is more by now. */
    synchronized boolean join(Listener listener) {
        return beyond(listener.position()) == null && (listener.isClosed() || waiting.add(listener));
    }

    synchronized void leave(Listener listener) {
        waiting.remove(listener);
    }

    /**
     * Takes what the projections hold now. Where that is more than a page, those who wait look for themselves.
     *
     * @return whether there is a page to be told to those who wait
     */
    boolean take(Reading head) {
        var late = new ArrayList<Listener>();
        synchronized (this) {
            reading = head;
            if (position < head.position() && !waiting.isEmpty() && head.position() - position <= ChangePages.MOST) {
                return true;
            }
            position = Math.max(position, head.position());
            late.addAll(release(listener -> listener.position() < head.position()));
        }
        late.forEach(Listener::call);
        return false;
    }

    /** Tells a page to those for whom there is something in it; the others wait on. */
    void tell(ChangePage page) {
        List<Listener> called;
        synchronized (this) {
            position = page.to();
            called = release(listener -> !listener.passes(page));
        }
        called.forEach(listener -> listener.hear(page));
    }

    private List<Listener> release(Predicate<Listener> which) {
        var released = waiting.stream().filter(which).toList();
        released.forEach(waiting::remove);
        return released;
    }
}
