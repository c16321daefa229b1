package no.abakus.web.login;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Name and password from an {@code Authorization} header. */
record Credentials(String user, String password) {

    private static final String SCHEME = "basic ";

    /** Returns the credentials of the header; empty if there is no header, or it is not valid for the Basic scheme. */
    static Optional<Credentials> parse(String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        byte[] decoded;
        try {
            decoded =
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        String pair = new String(decoded, StandardCharsets.UTF_8);
        int colon = pair.indexOf(':');
        // RFC 7617 forbids control characters. A name with a line break would also end up in log fields.
        if (colon < 1 || pair.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        return Optional.of(new Credentials(pair.substring(0, colon), pair.substring(colon + 1)));
    }

    /** Returns only the name, not the password. */
    @Override
    public String toString() {
        return user;
    }
}
