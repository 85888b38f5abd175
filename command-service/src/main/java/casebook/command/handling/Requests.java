package casebook.command.handling;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What each client-chosen id recorded on one aggregate. The same id with the same event is a repeat and gets the first
 * standing again; with another event it is refused.
 */
public final class Requests<E> {

    private final Map<UUID, Entry<E>> recorded = new HashMap<>();
    private final BiPredicate<E, E> isRepeat;

    /** @param isRepeat whether what is asked for, the second, says the same as what was recorded */
    public Requests(BiPredicate<E, E> isRepeat) {
        this.isRepeat = isRepeat;
    }

    /** What is to be answered without deciding, if the id was seen before. */
    public Optional<Outcome> recognise(@Nullable UUID request, E candidate) {
        return Optional.ofNullable(request)
                .map(recorded::get)
                .map(first -> isRepeat.test(first.event(), candidate)
                        ? new Outcome.Repeated(first.standing())
                        : new Outcome.Refused(new Refusal.IdReused()));
    }

    /** What follows from a first event under the same id moves the standing, but is not what was asked for. */
    public void remember(UUID request, E event, Standing standing) {
        recorded.merge(
                request, new Entry<>(event, standing), (first, next) -> new Entry<>(first.event(), next.standing()));
    }

    private record Entry<E>(E event, Standing standing) {}
}
