package no.abakus.sample.registrations;

import jakarta.ws.rs.core.SecurityContext;
import no.abakus.sample.login.SampleLogin;
import no.abakus.web.problem.ProblemException;
import no.abakus.web.problem.ProblemType;

/**
 * The sender of a request, and what that person may ask for. Webkom may register anybody, in any group. Students may
 * register themselves and guests, but only in groups that they are in themselves. Guests are people without a login
 * here. A registration may be taken back by the person it is for, by whoever made it, or by webkom.
 *
 * @param user the login
 * @param webkom whether that person runs the events
 */
record Asking(String user, boolean webkom) {

    private static final ProblemType FORBIDDEN = new ProblemType("forbidden", 403, "Not allowed");

    static Asking of(SecurityContext security) {
        return new Asking(security.getUserPrincipal().getName(), security.isUserInRole(SampleLogin.WEBKOM));
    }

    /** Returns the registration with its person filled in, or throws a 403. */
    NewRegistration checked(NewRegistration wanted) {
        NewRegistration complete = wanted.orFor(user);
        if (webkom) {
            return complete;
        }
        if (!complete.user().equals(user) && SampleLogin.knows(complete.user())) {
            throw new ProblemException(FORBIDDEN, user + " may not register " + complete.user() + "; only webkom may");
        }
        Groups own = Groups.of(SampleLogin.groups(user));
        if (!own.names().containsAll(complete.groups())) {
            throw new ProblemException(
                    FORBIDDEN,
                    user + " may register for the groups " + own.names() + " only, not " + complete.groups());
        }
        return complete;
    }

    void checkTakesBack(Registration registration) {
        if (!webkom && !registration.belongsTo(user)) {
            throw new ProblemException(
                    FORBIDDEN,
                    "Only webkom, the registered person and the user who made the registration may take it back");
        }
    }
}
