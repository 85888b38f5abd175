package casebook.command.exhibit;

import casebook.command.exhibit.ExhibitCommand.AttachFile;
import casebook.command.exhibit.ExhibitCommand.RecordAlteredFile;
import casebook.command.handling.Commands;
import casebook.command.handling.Outcome;
import casebook.command.handling.Terms;
import casebook.command.web.Receipt;
import casebook.command.web.Receipts;
import casebook.events.ExhibitFileAltered;
import casebook.events.ExhibitId;
import casebook.events.FileId;
import casebook.events.Sha256;
import org.springframework.stereotype.Component;

/** Records what became of the files of exhibits; their bytes are kept elsewhere, before. Every method blocks. */
@Component
public final class ExhibitFiles {

    private final Commands commands;
    private final Receipts receipts;

    ExhibitFiles(Commands commands, Receipts receipts) {
        this.commands = commands;
        this.receipts = receipts;
    }

    /**
     * Attaches a file as the next version. The bytes of the newest version again change nothing: the receipt is then not {@link Receipt#first}, and the file is
     * not referred to.
     *
     * @param bytes the file's length
     * @param mediaType as sniffed from its bytes
     * @throws casebook.http.ProblemException if the exhibit does not exist for the caller
     */
    public Receipt attach(ExhibitId exhibit, FileId file, Sha256 sha256, long bytes, String mediaType, Terms terms) {
        return receipts.of(commands.give(new AttachFile(exhibit, file, sha256, bytes, mediaType), terms));
    }

    /** Records once that the bytes kept for a file are not those that were attached. */
    public Outcome recordAltered(ExhibitFileAltered found, Terms terms) {
        return commands.give(new RecordAlteredFile(found.exhibit(), found), terms)
                .outcome();
    }
}
