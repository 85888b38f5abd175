package casebook.events;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What kind of offence an incident is, by the International Classification of Crime for Statistical Purposes (UNODC, ICCS 2015). */
public enum Category {
    DRUG_TRAFFICKING("0601"),
    DRUG_CULTIVATION("060123"),
    HUMAN_TRAFFICKING("0204"),
    MIGRANT_SMUGGLING("08051"),
    ILLEGAL_CROSSING("0805"),
    GOODS_SMUGGLING("0804"),
    COUNTERFEIT_GOODS("07022"),
    DOCUMENT_FRAUD("07023"),
    WEAPONS_EXPLOSIVES("0901"),
    FIRECRACKERS("0901"),
    ILLEGAL_FISHING("1004"),
    /** An administrative violation, which ICCS does not classify. */
    BORDER_REGULATION(null),
    OTHER(null);

    private final @Nullable String iccs;

    Category(@Nullable String iccs) {
        this.iccs = iccs;
    }

    /** The ICCS 2015 code, where there is one. */
    public Optional<String> iccs() {
        return Optional.ofNullable(iccs);
    }
}
