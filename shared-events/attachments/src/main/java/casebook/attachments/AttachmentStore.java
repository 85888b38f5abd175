package casebook.attachments;

import casebook.events.FileId;
import casebook.events.Sha256;
import com.mongodb.MongoGridFSException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.GridFSUploadStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.tika.Tika;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * Keeps files in GridFS bucket {@code attachments}; every method blocks. A file is written once and never changed; at most a few of its chunks are in memory at
 * a time. What {@link #keep} has returned, a majority holds.
 */
public final class AttachmentStore {

    /** As many bytes of the beginning as magic numbers need. */
    private static final int HEAD = 64 * 1024;

    private static final int CHUNK = 1024 * 1024;

    private final GridFSBucket files;
    private final Tika types = new Tika();

    public AttachmentStore(MongoDatabase database) {
        this.files = GridFSBuckets.create(database, "attachments")
                .withChunkSizeBytes(CHUNK)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
    }

    /**
     * Keeps a file under an id that is new.
     *
     * @param limit the most bytes that are taken
     * @throws FileTooLarge if there are more
     * @throws IOException if the bytes cannot be read to their end; nothing is kept then
     */
    public StoredFile keep(FileId file, InputStream bytes, long limit) throws IOException {
        var hashed = new DigestInputStream(bytes, sha256());
        var head = hashed.readNBytes((int) Math.min(HEAD, limit + 1));
        var upload = files.openUploadStream(id(file), file.toString());
        try {
            var length = write(head, hashed, limit, upload);
            upload.close();
            return new StoredFile(hash(hashed.getMessageDigest()), length, types.detect(head));
        } catch (IOException | RuntimeException e) {
            upload.abort();
            throw e;
        }
    }

    private static long write(byte[] head, InputStream rest, long limit, GridFSUploadStream upload) throws IOException {
        upload.write(head);
        var length = (long) head.length;
        var buffer = new byte[HEAD];
        for (int read = rest.read(buffer); read >= 0 && length <= limit; read = rest.read(buffer)) {
            upload.write(buffer, 0, read);
            length += read;
        }
        if (length > limit) {
            throw new FileTooLarge(limit);
        }
        return length;
    }

    /**
     * The hash of the bytes as they are now.
     *
     * @throws FileUnreadable if they are not there to the last
     */
    public Sha256 hash(FileId file) {
        try (var bytes = new DigestInputStream(open(file), sha256())) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return hash(bytes.getMessageDigest());
        } catch (MongoGridFSException | IOException e) {
            throw new FileUnreadable(e);
        }
    }

    /**
     * The bytes as they are now.
     *
     * @throws FileUnreadable if nothing is kept under the id; reading them throws as MongoDB does where some are missing
     */
    public InputStream open(FileId file) {
        try {
            return files.openDownloadStream(id(file));
        } catch (MongoGridFSException e) {
            throw new FileUnreadable(e);
        }
    }

    /** Takes away what is kept under an id: all of it, some of it, or nothing. */
    public void delete(FileId file) {
        try {
            files.delete(id(file));
        } catch (MongoGridFSException nothingWasComplete) {
            // The driver has deleted the chunks all the same.
        }
    }

    private static BsonValue id(FileId file) {
        return new BsonString(file.toString());
    }

    private static Sha256 hash(MessageDigest digest) {
        return new Sha256(HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
