package casebook.command.exhibit;

import org.jspecify.annotations.Nullable;

/** Custody of one exhibit as the contract describes it, in whole picograms and without any of the code that is tested. */
final class CustodyModel {

    final long seized;
    long held;
    long sampled;
    long destroyed;
    long released;
    int discrepancies;
    String custodian;

    @Nullable
    String before;

    @Nullable
    String offeredTo;

    CustodyModel(long seized, String custodian) {
        this.seized = seized;
        this.held = seized;
        this.custodian = custodian;
    }

    String offer(String by, String to, @Nullable Long stated) {
        if (offeredTo != null || !by.equals(custodian) || nothingLeft() || stated != null && stated != held) {
            return "Refused";
        }
        offeredTo = to;
        return "Recorded";
    }

    private boolean nothingLeft() {
        return held == 0;
    }

    String receive(String by) {
        if (!by.equals(offeredTo)) {
            return "Refused";
        }
        before = custodian;
        custodian = by;
        offeredTo = null;
        return "Recorded";
    }

    String refuse(String by) {
        if (offeredTo == null || !by.equals(offeredTo) && !by.equals(custodian)) {
            return "Refused";
        }
        offeredTo = null;
        return "Recorded";
    }

    String sample(long picograms) {
        if (picograms > held || nothingLeft()) {
            return "Refused";
        }
        held -= picograms;
        sampled += picograms;
        return "Recorded";
    }

    String destroy(long picograms) {
        if (picograms > held || nothingLeft()) {
            return "Refused";
        }
        held -= picograms;
        destroyed += picograms;
        return "Recorded";
    }

    String release(long picograms) {
        if (picograms > held || nothingLeft()) {
            return "Refused";
        }
        held -= picograms;
        released += picograms;
        return "Recorded";
    }

    /** Differs by more than one in a hundred of what is held. */
    String weigh(long picograms) {
        if (100 * Math.abs(picograms - held) > held) {
            discrepancies++;
        }
        return "Recorded";
    }
}
