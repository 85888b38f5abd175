package casebook.verify;

import casebook.transparency.Checkpoint;
import casebook.transparency.CheckpointJournal;
import casebook.transparency.Malformed;
import casebook.transparency.SignedCheckpoint;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Checkpoints of one log, the oldest first: signed by a trusted key, and never of fewer events than the one before.
 *
 * @param all at least one
 */
record Checkpoints(List<Named> all) {

    /**
     * A checkpoint and what it is called in messages.
     *
     * @param name how a sentence begins with it
     */
    record Named(Checkpoint checkpoint, String name) {

        long size() {
            return checkpoint.size();
        }

        @Override
        public String toString() {
            return "%s (%d events)".formatted(name, size());
        }
    }

    Checkpoints {
        all = List.copyOf(all);
    }

    /** Reads a journal of checkpoints, or a single one. */
    static Checkpoints read(Path file, Keys keys) throws IOException {
        List<SignedCheckpoint> signed = journal(file);
        if (signed.isEmpty()) {
            throw Wrong.Kind.MISSING.with("%s has no checkpoint.".formatted(file));
        }
        List<Named> named = new ArrayList<>();
        for (SignedCheckpoint checkpoint : signed) {
            String name = signed.size() == 1 ? "The checkpoint" : "Checkpoint " + (named.size() + 1);
            keys.require(checkpoint, name);
            named.add(new Named(checkpoint.checkpoint(), name));
        }
        return new Checkpoints(named).requireGrowing();
    }

    private static List<SignedCheckpoint> journal(Path file) throws IOException {
        List<SignedCheckpoint> signed = new ArrayList<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            CheckpointJournal.read(in, signed::add);
        } catch (Malformed e) {
            throw Wrong.Kind.UNREADABLE.with("%s: %s.".formatted(file, e.getMessage()));
        }
        return signed;
    }

    /** The same checkpoints and a newer one. */
    Checkpoints and(Named newest) {
        List<Named> more = new ArrayList<>(all);
        more.add(newest);
        return new Checkpoints(more).requireGrowing();
    }

    Named newest() {
        return all.get(all.size() - 1);
    }

    private Checkpoints requireGrowing() {
        for (int i = 1; i < all.size(); i++) {
            Named older = all.get(i - 1);
            Named newer = all.get(i);
            if (!newer.checkpoint().origin().equals(older.checkpoint().origin())) {
                throw Wrong.Kind.WRONG_KEY.with("%s is of %s, and %s of %s: these are two logs."
                        .formatted(
                                newer,
                                newer.checkpoint().origin(),
                                lower(older),
                                older.checkpoint().origin()));
            }
            if (newer.size() < older.size()) {
                throw Wrong.Kind.MISSING.with("%s has fewer events than %s before it: the events from %d on are gone."
                        .formatted(newer, lower(older), newer.size()));
            }
            if (newer.size() == older.size()
                    && !newer.checkpoint().root().equals(older.checkpoint().root())) {
                throw Wrong.Kind.NOT_EXTENDED.with(
                        "%s and %s have the same size and other root hashes: the past was rewritten."
                                .formatted(older, lower(newer)));
            }
        }
        return this;
    }

    /** How the name stands within a sentence. */
    static String lower(Named checkpoint) {
        String text = checkpoint.toString();
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
