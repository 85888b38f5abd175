package casebook.query.audit.tiles;

import casebook.ledger.LedgerReader;
import casebook.ledger.LedgerTail;
import casebook.query.projection.ReadModels;
import com.mongodb.client.MongoClient;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TilesConfiguration {

    @Bean
    TileStore tileStore(MongoClient mongo, @Value(ReadModels.DATABASE) String database) {
        return new TileStore(mongo.getDatabase(database));
    }

    @Bean(initMethod = "start")
    TileFollower tileFollower(LedgerTail tail, LedgerReader ledger, TileStore store, MeterRegistry registry) {
        return new TileFollower(tail, new TileBuilder(ledger, store), registry);
    }

    @Bean
    LogTiles logTiles(LedgerReader ledger, TileStore store, TileFollower follower) {
        return new LogTiles(ledger, store, follower);
    }
}
