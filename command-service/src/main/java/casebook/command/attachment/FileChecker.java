package casebook.command.attachment;

import casebook.attachments.AttachmentStore;
import casebook.attachments.FileUnreadable;
import casebook.command.exhibit.ExhibitFiles;
import casebook.command.handling.Terms;
import casebook.events.ExhibitFileAltered;
import casebook.events.FileId;
import casebook.events.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads files again, one after the other, and has it recorded where the bytes are not those that were attached. */
final class FileChecker {

    private static final Logger LOG = LoggerFactory.getLogger(FileChecker.class);
    private static final Terms CASEBOOK = Terms.ofService("Casebook");
    private static final Duration SECOND_LOOK = Duration.ofMinutes(1);

    private final FileChecks checks;
    private final AttachmentStore store;
    private final ExhibitFiles files;
    private final Duration recheck;
    private final Clock clock;
    private final Set<FileId> suspects = new HashSet<>();

    FileChecker(FileChecks checks, AttachmentStore store, ExhibitFiles files, Duration recheck, Clock clock) {
        this.checks = checks;
        this.store = store;
        this.files = files;
        this.recheck = recheck;
        this.clock = clock;
    }

    /** Checks the file that has been due longest, if one is. */
    void work() {
        checks.next(clock.instant()).ifPresent(check -> {
            var found = hash(check.file());
            var next = check.sha256().equals(found) ? sound(check) : suspect(check, found);
            checks.checked(check.file(), clock.instant().plus(next));
        });
    }

    private Duration sound(FileChecks.Check check) {
        suspects.remove(check.file());
        return recheck;
    }

    /** One look accuses nobody: a database that has just changed over may not show all that it has. */
    private Duration suspect(FileChecks.Check check, @Nullable Sha256 found) {
        if (suspects.add(check.file())) {
            return recheck.compareTo(SECOND_LOOK) < 0 ? recheck : SECOND_LOOK;
        }
        LOG.error("File {} of exhibit {} is not what was attached", check.file(), check.exhibit());
        files.recordAltered(new ExhibitFileAltered(check.exhibit(), check.file(), found), CASEBOOK);
        return recheck;
    }

    private @Nullable Sha256 hash(FileId file) {
        try {
            return store.hash(file);
        } catch (FileUnreadable e) {
            LOG.warn("File {} cannot be read", file, e);
            return null;
        }
    }
}
