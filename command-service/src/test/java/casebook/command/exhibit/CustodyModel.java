package casebook.command.exhibit;

import org.jspecify.annotations.Nullable;

/** Custody of one exhibit as the contract describes it, in whole grams and without any of the code that is tested. */
final class CustodyModel {

    final int seized;
    int held;
    int sampled;
    int destroyed;
    int released;
    int discrepancies;
    String custodian;

    @Nullable
    String before;

    @Nullable
    String offeredTo;

    CustodyModel(int seized, String custodian) {
        this.seized = seized;
        this.held = seized;
        this.custodian = custodian;
    }

    String offer(String by, String to, @Nullable Integer stated) {
        var nothingLeft = held == 0 && seized > 0;
        if (offeredTo != null || !by.equals(custodian) || nothingLeft || stated != null && stated != held) {
            return "Refused";
        }
        offeredTo = to;
        return "Recorded";
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

    String sample(int grams) {
        if (grams > held) {
            return "Refused";
        }
        held -= grams;
        sampled += grams;
        return "Recorded";
    }

    String destroy(int grams) {
        if (grams > held) {
            return "Refused";
        }
        held -= grams;
        destroyed += grams;
        return "Recorded";
    }

    String release(int grams) {
        if (grams > held) {
            return "Refused";
        }
        held -= grams;
        released += grams;
        return "Recorded";
    }

    /** Differs by more than one in a hundred of what is held. */
    String weigh(int grams) {
        if (100 * Math.abs(grams - held) > held) {
            discrepancies++;
        }
        return "Recorded";
    }
}
