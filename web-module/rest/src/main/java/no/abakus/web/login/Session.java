package no.abakus.web.login;

import java.util.Set;

/**
 * A user who signed in earlier, recognized by something other than a password, such as a cookie.
 *
 * @param user the name of the user
 * @param roles the roles of the user
 */
public record Session(String user, Set<String> roles) {
    public Session {
        roles = Set.copyOf(roles);
    }
}
