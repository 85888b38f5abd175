package casebook.query.audit.tiles;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import casebook.transparency.CompactRange;
import casebook.transparency.Hash;
import casebook.transparency.HashTile;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;

/**
 * The full tiles of hashes, in collection {@value #NAME}: {@code {_id: {level, index}, hashes, root}}. They follow from the ledger and
 * never change, so they may be deleted at any time, and several instances may write them.
 */
final class TileStore {

    static final String NAME = "tiles";

    private static final String ID = "_id";
    private static final String LEVEL = "level";
    private static final String INDEX = "index";
    private static final String HASHES = "hashes";
    private static final String ROOT = "root";

    private final MongoCollection<BsonDocument> tiles;

    TileStore(MongoDatabase database) {
        this.tiles = database.getCollection(NAME, BsonDocument.class)
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary())
                .withWriteConcern(WriteConcern.MAJORITY);
    }

    /** How many tiles of level 0 there are; they are stored in order, without a gap. */
    long leafTiles() {
        var last = tiles.find(lt(ID, id(1, 0)))
                .projection(include(ID))
                .sort(descending(ID))
                .first();
        return last == null ? 0 : last.getDocument(ID).getInt64(INDEX).getValue() + 1;
    }

    Optional<HashTile> tile(int level, long index) {
        return Optional.ofNullable(tiles.find(eq(ID, id(level, index))).first())
                .map(found -> HashTile.parse(found.getBinary(HASHES).getData()));
    }

    /** The roots of consecutive tiles of a level, which are hashes of the level above: as many as are stored of those asked for. */
    List<Hash> roots(int level, long from, long toExclusive) {
        var range = and(gte(ID, id(level, from)), lt(ID, id(level, toExclusive)));
        return tiles.find(range)
                .projection(include(ROOT))
                .sort(ascending(ID))
                .map(found -> Hash.of(found.getBinary(ROOT).getData()))
                .into(new ArrayList<>());
    }

    /** Stores a tile unless it is there. */
    void add(int level, long index, HashTile tile) {
        var document = new BsonDocument(ID, id(level, index))
                .append(HASHES, new BsonBinary(tile.toBytes()))
                .append(ROOT, new BsonBinary(rootOf(tile).toBytes()));
        try {
            tiles.insertOne(document);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    static Hash rootOf(HashTile tile) {
        return CompactRange.over(tile.hashes()).root();
    }

    /** Compared member by member, so tiles are ordered by level, then by index. */
    private static BsonDocument id(int level, long index) {
        return new BsonDocument(LEVEL, new BsonInt32(level)).append(INDEX, new BsonInt64(index));
    }
}
