package casebook.command.attachment;

import casebook.attachments.AttachmentStore;
import casebook.events.ExhibitFileAttached;
import casebook.ledger.LedgerReader;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes away what uploads left behind whose process died, or whose event had no answer: every file that no event names. */
final class UploadSweep {

    private static final Logger LOG = LoggerFactory.getLogger(UploadSweep.class);

    private final Uploads uploads;
    private final AttachmentStore store;
    private final LedgerReader ledger;
    private final Duration grace;
    private final Clock clock;

    UploadSweep(Uploads uploads, AttachmentStore store, LedgerReader ledger, Duration grace, Clock clock) {
        this.uploads = uploads;
        this.store = store;
        this.ledger = ledger;
        this.grace = grace;
        this.clock = clock;
    }

    void work() {
        Optional<Uploads.Upload> upload;
        while ((upload = uploads.giveUp(clock.instant().minus(grace))).isPresent()) {
            settle(upload.get());
        }
    }

    private void settle(Uploads.Upload upload) {
        if (!isNamed(upload)) {
            LOG.info("Deleting file {}, whose upload was not brought to an end", upload.file());
            store.delete(upload.file());
        }
        uploads.end(upload.file());
    }

    private boolean isNamed(Uploads.Upload upload) {
        return ledger.events(upload.exhibit().toString(), Long.MAX_VALUE).stream()
                .anyMatch(event -> event.getPayload() instanceof ExhibitFileAttached attached
                        && attached.file().equals(upload.file()));
    }
}
