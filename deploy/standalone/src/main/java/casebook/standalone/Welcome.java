package casebook.standalone;

import java.io.PrintStream;

/** What a user reads when everything is up. */
final class Welcome {

    private Welcome() {}

    static void print(Settings settings, PrintStream out) {
        var command = "http://" + settings.address() + ":" + settings.commandPort();
        var query = "http://" + settings.address() + ":" + settings.queryPort();
        out.printf("""
                Casebook is ready: writes at %1$s (documentation at %1$s/docs), reads at %2$s (documentation at %2$s/docs), data in %3$s
                Get a token, as an analyst:
                  curl -s %1$s/demo/token -H 'Content-Type: application/json' -d '{"role": "ANALYST", "name": "Lan"}'
                Ask for the yearly statistics with it:
                  curl -s %2$s/api/v1/statistics/yearly -H "Authorization: Bearer $(curl -s %1$s/demo/token -H 'Content-Type: application/json' -d '{"role": "ANALYST", "name": "Lan"}' | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')"
                """, command, query, settings.data());
        out.flush();
    }
}
