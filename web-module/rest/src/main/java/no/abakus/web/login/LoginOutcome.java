package no.abakus.web.login;

import java.time.Duration;
import java.util.Set;

/** The outcome of a login. */
public sealed interface LoginOutcome {

    /** Name and password are correct. */
    record Granted(Set<String> roles) implements LoginOutcome {}

    /** Name or password is wrong. */
    record Refused() implements LoginOutcome {}

    /** The login was not checked, because too many logins have failed, or too many arrive at the same time. */
    record Postponed(Duration delay) implements LoginOutcome {}
}
