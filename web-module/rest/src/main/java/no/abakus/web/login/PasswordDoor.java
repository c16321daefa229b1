package no.abakus.web.login;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Checks a name and a password that arrived in the body of a request. The door shares its count of failures with {@link
 * BasicLogin}, so guessing is slowed down either way. A request to a path of {@link BasicLogin#isSignIn} has the door
 * as an attribute.
 */
public interface PasswordDoor {

    /** The name of the request attribute. */
    String ATTRIBUTE = PasswordDoor.class.getName();

    /** Returns the outcome of a login with this name and password from the address of this request. */
    LoginOutcome check(HttpServletRequest request, String user, String password);
}
