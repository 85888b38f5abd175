package casebook.command.station.web;

import casebook.command.station.StationRegister;
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
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Registers stations and changes their entries. */
@RestController
class StationController {

    private final StationRegister register;

    StationController(StationRegister register) {
        this.register = register;
    }

    @PutMapping(path = "/api/v1/stations/{code}", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Receipt>> put(
            @AuthenticationPrincipal Caller caller, @PathVariable String code, ServerHttpRequest request) {
        caller.require(Role.ADMIN);
        if (!StationCode.isValid(code)) {
            throw new ProblemException(Problem.notFound());
        }
        var terms = WriteRequest.terms(caller, request);
        return StrictJson.body(request)
                .map(StationController::read)
                .flatMap(details -> VirtualThreads.call(() -> register.put(new StationCode(code), details, terms)))
                .map(receipt ->
                        receipt.first() && receipt.version() == 1 ? Receipts.created(receipt) : Receipts.ok(receipt));
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
