package casebook.command.exhibit;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How exact custody has to be.
 *
 * @param tolerance the greatest share of what is held that a weighing may differ by, from 0 to 1; beyond it, the weighing is a discrepancy
 */
@Validated
@ConfigurationProperties("casebook.custody")
public record CustodyRules(
        @DefaultValue("0.01") @DecimalMin("0") @DecimalMax("1")
        BigDecimal tolerance) {}
