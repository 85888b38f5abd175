package casebook.events;

import org.jspecify.annotations.Nullable;

/**
 * An exhibit of an incident entered custody.
 *
 * @param stationProvince the province that the incident's station belonged to when the incident was filed
 * @param seizure the seizure of the incident that it is, or is a part of
 * @param quantity how much of it was seized; custody balances to this for ever
 * @param custodian who holds it, by name
 * @param sha256 of its contents, for data
 */
@StoredAs("ExhibitEntered")
public record ExhibitEntered(
        ExhibitId exhibit,
        IncidentId incident,
        StationCode station,
        ProvinceCode stationProvince,
        @Nullable SeizureId seizure,
        String description,
        Quantity quantity,
        Unit unit,
        String custodian,
        @Nullable Sha256 sha256)
        implements ExhibitEvent {}
