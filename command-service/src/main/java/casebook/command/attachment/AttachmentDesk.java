package casebook.command.attachment;

import casebook.attachments.AttachmentStore;
import casebook.attachments.FileTooLarge;
import casebook.attachments.StoredFile;
import casebook.command.exhibit.ExhibitDirectory;
import casebook.command.exhibit.ExhibitFiles;
import casebook.command.handling.Terms;
import casebook.command.web.ArrivingBody;
import casebook.command.web.Receipt;
import casebook.command.web.StrictJson;
import casebook.events.ExhibitId;
import casebook.events.FileId;
import casebook.http.Problem;
import casebook.http.ProblemException;
import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Takes the files of exhibits: keeps the bytes first, then has the ledger name them. Whatever dies on the way, a file that is named is complete, and one that is not
 * named is deleted later. Blocks.
 */
@Component
public final class AttachmentDesk {

    /** One that is late, or fails, does not cost the upload. */
    private static final int SIGNS_IN_GRACE = 4;

    private final ExhibitDirectory exhibits;
    private final ExhibitFiles files;
    private final AttachmentStore store;
    private final Uploads uploads;
    private final AttachmentProperties properties;
    private final Clock clock;

    AttachmentDesk(
            ExhibitDirectory exhibits,
            ExhibitFiles files,
            AttachmentStore store,
            Uploads uploads,
            AttachmentProperties properties,
            Clock clock) {
        this.exhibits = exhibits;
        this.files = files;
        this.store = store;
        this.uploads = uploads;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * What was done, and whether the exhibit had no file before.
     *
     * @param created whether this is its first
     */
    public record Attached(Receipt receipt, boolean created) {}

    /**
     * Keeps a file as the exhibit's newest; the bytes of the newest again change nothing.
     *
     * @param announced how many bytes are to come, negative where that was not said
     * @throws ProblemException if nothing was kept
     */
    public Attached put(ExhibitId id, ArrivingBody bytes, long announced, Terms terms) {
        var exhibit =
                exhibits.find(id, terms.caller().scope()).orElseThrow(() -> new ProblemException(Problem.notFound()));
        if (announced > properties.limit().toBytes()) {
            throw tooLarge();
        }
        var file = new FileId(UuidCreator.getTimeOrderedEpoch());
        uploads.begin(file, id, clock.instant());
        var receipt = attach(id, file, keepOrForget(file, bytes), terms);
        if (receipt.first()) {
            uploads.end(file);
        } else {
            forget(file);
        }
        return new Attached(receipt, receipt.first() && exhibit.file() == null);
    }

    private StoredFile keepOrForget(FileId file, ArrivingBody bytes) {
        try {
            return keep(file, bytes);
        } catch (RuntimeException e) {
            forget(file);
            throw e;
        }
    }

    private StoredFile keep(FileId file, ArrivingBody bytes) {
        try {
            var kept = store.keep(file, ongoing(file, bytes), properties.limit().toBytes());
            if (!bytes.isComplete()) {
                throw StrictJson.malformed("cut-off");
            }
            return kept;
        } catch (FileTooLarge e) {
            throw tooLarge();
        } catch (IOException e) {
            throw StrictJson.malformed("cut-off");
        }
    }

    /** However slow it is, an upload is not given up while its bytes arrive. */
    private InputStream ongoing(FileId file, InputStream bytes) {
        var pause = properties.grace().dividedBy(SIGNS_IN_GRACE);
        return new OngoingUpload(bytes, () -> uploads.goesOn(file, clock.instant()), pause, clock);
    }

    /** A refusal is sure; after any other failure, the event may stand in the ledger, and the sweep finds out. */
    private Receipt attach(ExhibitId id, FileId file, StoredFile kept, Terms terms) {
        if (!uploads.goesOn(file, clock.instant())) {
            forget(file);
            throw new ProblemException(Problem.of("unavailable", HttpStatus.SERVICE_UNAVAILABLE));
        }
        try {
            return files.attach(id, file, kept.sha256(), kept.bytes(), kept.mediaType(), terms);
        } catch (ProblemException refused) {
            forget(file);
            throw refused;
        }
    }

    private void forget(FileId file) {
        store.delete(file);
        uploads.end(file);
    }

    private static ProblemException tooLarge() {
        return new ProblemException(Problem.of("too-large", HttpStatus.CONTENT_TOO_LARGE));
    }
}
