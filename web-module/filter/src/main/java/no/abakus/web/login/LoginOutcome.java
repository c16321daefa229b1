package no.abakus.web.login;

import java.time.Duration;
import java.util.Set;

/** What comes of a login. */
sealed interface LoginOutcome {

    /** Name and password are right. */
    record Granted(Set<String> roles) implements LoginOutcome {}

    /** They are not. */
    record Refused() implements LoginOutcome {}

    /** Nobody has looked: too many failed before, or too many come at a time. */
    record Postponed(Duration delay) implements LoginOutcome {}
}
