package casebook.command.station.web;

import casebook.command.station.StationRegister;
import casebook.command.station.StationReports;
import casebook.command.web.Faults;
import casebook.command.web.Members;
import casebook.command.web.Receipt;
import casebook.command.web.Receipts;
import casebook.command.web.StrictJson;
import casebook.command.web.VirtualThreads;
import casebook.command.web.WriteRequest;
import casebook.events.CountryCode;
import casebook.events.ProvinceCode;
import casebook.events.Quantity;
import casebook.events.StationCode;
import casebook.events.StationDetails;
import casebook.http.Caller;
import casebook.http.Problem;
import casebook.http.ProblemException;
import casebook.http.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Registers stations and changes their entries. */
@RestController
class StationController {

    private final StationRegister register;
    private final StationReports reports;

    StationController(StationRegister register, StationReports reports) {
        this.register = register;
        this.reports = reports;
    }

    @PutMapping(path = "/api/v1/stations/{code}", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Receipt>> put(
            @AuthenticationPrincipal Caller caller, @PathVariable String code, ServerHttpRequest request) {
        caller.require(Role.ADMIN);
        var station = station(code);
        var terms = WriteRequest.terms(caller, request);
        return StrictJson.body(request)
                .map(StationController::read)
                .flatMap(details -> VirtualThreads.call(() -> register.put(station, details, terms)))
                .map(receipt ->
                        receipt.first() && receipt.version() == 1 ? Receipts.created(receipt) : Receipts.ok(receipt));
    }

    @Operation(
            summary = "Gives the station's regular report of one day",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            "{\"date\": \"2026-03-14\", \"nothingToReport\": true}"))))
    @PostMapping(path = "/api/v1/stations/{code}/reports", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Receipt>> report(
            @AuthenticationPrincipal Caller caller, @PathVariable String code, ServerHttpRequest request) {
        caller.require(Role.STATION, Role.COMMAND);
        var station = station(code);
        return WriteRequest.carryOut(caller, request, (body, terms) -> reports.report(station, body, terms))
                .map(Receipts::created);
    }

    private static StationCode station(String code) {
        if (!StationCode.isValid(code)) {
            throw new ProblemException(Problem.notFound());
        }
        return new StationCode(code);
    }

    private static StationDetails read(JsonNode body) {
        var faults = new Faults();
        var station = Members.of(body, "", faults);
        var country = station.code("country", CountryCode::isValid, CountryCode::new);
        var province = station.code("province", ProvinceCode::isValid, ProvinceCode::new);
        if (country != null && province != null && !province.value().startsWith(country.value())) {
            station.fault("province", "province-not-in-country");
        }
        var details = new StationDetails(
                station.requiredText("name"),
                station.required("province", province, new ProvinceCode("XX")),
                station.required("country", country, new CountryCode("XX")),
                station.object("border", StationController::border));
        station.end();
        faults.check();
        return details;
    }

    private static StationDetails.Border border(Members border) {
        return new StationDetails.Border(
                border.required(
                        "neighbour",
                        border.code("neighbour", CountryCode::isValid, CountryCode::new),
                        new CountryCode("XX")),
                border.decimal("lengthKm", Quantity.INTEGER_DIGITS, Quantity.FRACTION_DIGITS),
                border.object(
                        "markers",
                        markers ->
                                new StationDetails.Markers(markers.requiredText("from"), markers.requiredText("to"))));
    }
}
