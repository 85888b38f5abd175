package casebook.query.statistics.web;

import casebook.query.statistics.projection.StatisticsProjection;
import casebook.query.statistics.view.ChangedFigures;
import casebook.query.statistics.view.ClearanceTables;
import casebook.query.statistics.view.TimelinessTables;
import casebook.query.statistics.view.YearlyTables;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Writes and reads the statistics by the days of the same zone. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({StatisticsProperties.class, TablesProperties.class})
class StatisticsConfiguration {

    @Bean
    StatisticsProjection statisticsProjection(StatisticsProperties properties) {
        return new StatisticsProjection(properties.zone());
    }

    @Bean
    YearlyTables yearlyTables(StatisticsProperties properties) {
        return new YearlyTables(properties.zone());
    }

    @Bean
    TimelinessTables timelinessTables(StatisticsProperties properties) {
        return new TimelinessTables(properties.zone());
    }

    @Bean
    ClearanceTables clearanceTables(StatisticsProperties properties) {
        return new ClearanceTables(properties.zone());
    }

    @Bean
    ChangedFigures changedFigures(YearlyTables tables, StatisticsProperties properties) {
        return new ChangedFigures(tables, properties.zone());
    }
}
