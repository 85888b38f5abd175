package casebook.query.statistics.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What tables may cost.
 *
 * @param standFor how long a table stands at least when the ledger goes on, before it is made again
 * @param restAtMost how long one stands at most that took as long to be made, so that making it again and again leaves room for others
 * @param patience how long those who ask wait while it is made again, before they are given it as it was
 * @param staleFor how long after it was ready, or was the latest, that is given to them; who asks later waits as long as it takes
 * @param keep how much of the answers is kept in memory
 * @param atOnce how many tables are filled at once; the others wait
 * @param atMost how long a table may take, with the waiting; less than {@code casebook.projections.keep-retired}
 */
@ConfigurationProperties("casebook.tables")
record TablesProperties(
        @DefaultValue("100ms") Duration standFor,
        @DefaultValue("2s") Duration restAtMost,
        @DefaultValue("20ms") Duration patience,
        @DefaultValue("5s") Duration staleFor,
        @DefaultValue("64MB") DataSize keep,
        @DefaultValue("2") int atOnce,
        @DefaultValue("45s") Duration atMost) {}
