package no.abakus.tasks.console.security;

import java.time.Duration;
import java.util.Optional;

/** The cookie that holds a session's ticket. Scripts cannot read it, and other sites cannot make a browser send it. */
final class SessionCookie {

    private static final String NAME = "abakus_session";

    private SessionCookie() {}

    /** Returns the value in a {@code Cookie} header; empty if there is none. */
    static Optional<String> in(String header) {
        if (header == null) {
            return Optional.empty();
        }
        for (String cookie : header.split(";", -1)) {
            String one = cookie.strip();
            if (one.startsWith(NAME + "=")) {
                return Optional.of(one.substring(NAME.length() + 1));
            }
        }
        return Optional.empty();
    }

    /** Returns a {@code Set-Cookie} header. */
    static String set(String value, Duration life, String path, boolean secure) {
        return NAME + "=" + value + "; Path=" + path + "; Max-Age=" + life.toSeconds() + "; HttpOnly; SameSite=Strict"
                + (secure ? "; Secure" : "");
    }

    /** Returns a {@code Set-Cookie} header that deletes the cookie. */
    static String delete(String path, boolean secure) {
        return set("", Duration.ZERO, path, secure);
    }
}
