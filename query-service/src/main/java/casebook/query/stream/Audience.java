package casebook.query.stream;

import casebook.http.Caller;
import casebook.http.Role;
import casebook.http.Scope;

/** A caller, with what is asked of it again and again. */
record Audience(Caller caller, Scope scope, boolean auditor) {

    static Audience of(Caller caller) {
        return new Audience(caller, caller.scope(), caller.has(Role.AUDITOR));
    }
}
