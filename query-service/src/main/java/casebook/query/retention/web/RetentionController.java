package casebook.query.retention.web;

import casebook.http.Caller;
import casebook.http.Role;
import casebook.query.cases.projection.CasesProjection;
import casebook.query.exports.Format;
import casebook.query.incidents.projection.IncidentDocument;
import casebook.query.incidents.projection.IncidentsProjection;
import casebook.query.platform.ListQuery;
import casebook.query.platform.Page;
import casebook.query.platform.Parameters;
import casebook.query.platform.PositionedReads;
import casebook.query.platform.SortOrder;
import casebook.query.retention.view.RetentionProposal;
import casebook.query.retention.view.RetentionProposals;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
class RetentionController {

    private static final String USUAL_SORT = "occurredAt";
    private static final Map<String, SortOrder.Field> SORTS =
            Map.of(USUAL_SORT, new SortOrder.Field(IncidentDocument.OCCURRED_AT, true));

    private final PositionedReads reads;
    private final RetentionProposals proposals;

    RetentionController(PositionedReads reads, RetentionProposals proposals) {
        this.reads = reads;
        this.proposals = proposals;
    }

    @GetMapping("/api/v1/retention/proposals")
    @Operation(
            summary = "Persons whose data was kept as long as the rules say",
            description =
                    "By the rules that are configured per category, in years from the last closing of the incident's cases, or from its occurrence where it "
                            + "is in no case. Nobody is proposed who is named in an open case or one under legal hold. "
                            + "`DELETE /api/v1/subjects/{subject}/personal-data` of the command service carries a proposal out, `POST /api/v1/erasures` several. `limit` counts incidents.")
    @Parameter(in = ParameterIn.QUERY, name = "sort", schema = @Schema(type = "string"))
    @Parameter(in = ParameterIn.QUERY, name = "limit", schema = @Schema(type = "integer"))
    @Parameter(in = ParameterIn.QUERY, name = "cursor", schema = @Schema(type = "string"))
    Mono<Page<RetentionProposal>> list(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        caller.require(Role.ADMIN);
        var parameters = Parameters.of(exchange);
        var query = ListQuery.of(parameters, SORTS, USUAL_SORT);
        Format.refuseFiles(parameters);
        parameters.check();
        return reads.read(
                exchange, reading -> proposals.of(reading, query), IncidentsProjection.NAME, CasesProjection.NAME);
    }
}
