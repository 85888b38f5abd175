package casebook.ledger;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/** Takes the lines out of a commit without building documents of the rest: replays spend their time here. */
final class StoredCommitCodec implements Codec<StoredCommit> {

    @Override
    public StoredCommit decode(BsonReader reader, DecoderContext context) {
        long index = -1;
        List<String> lines = List.of();
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case CommitFields.ID -> index = reader.readInt64();
                case CommitFields.EVENTS -> lines = readEvents(reader);
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        return new StoredCommit(index, lines);
    }

    private static List<String> readEvents(BsonReader reader) {
        List<String> lines = new ArrayList<>();
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            reader.readStartDocument();
            while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
                if (reader.readName().equals(CommitFields.LINE)) {
                    lines.add(reader.readString());
                } else {
                    reader.skipValue();
                }
            }
            reader.readEndDocument();
        }
        reader.readEndArray();
        return lines;
    }

    @Override
    public void encode(BsonWriter writer, StoredCommit value, EncoderContext context) {
        throw new UnsupportedOperationException("Commits are written by the ledger's writer alone");
    }

    @Override
    public Class<StoredCommit> getEncoderClass() {
        return StoredCommit.class;
    }
}
