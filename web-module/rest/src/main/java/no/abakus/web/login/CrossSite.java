package no.abakus.web.login;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import no.abakus.web.problem.Problem;
import no.abakus.web.problem.ProblemType;

/**
 * Detects writes that a page of another site has made the browser send. A browser automatically adds a session's
 * cookie, and a password that the user once typed into the browser's own dialog. So neither proves that the user wanted
 * the request.
 */
final class CrossSite {

    private static final ProblemType CROSS_SITE = new ProblemType("cross-site", 403, "From another site");
    private static final ProblemType TYPE = new ProblemType("unsupported-media-type", 415, "Unsupported Media Type");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private CrossSite() {}

    /** Returns the problem of a request with a session; empty if the request may be served. */
    static Optional<Problem> withSession(HttpServletRequest request) {
        return READING.contains(request.getMethod()) ? Optional.empty() : write(request, false);
    }

    /**
     * Returns the problem of a request with a password. Programs other than browsers do not send the header
     * {@code Sec-Fetch-Site}, and no page can remove or forge it.
     */
    static Optional<Problem> withPassword(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        boolean isOfAnotherPage = site != null && !site.equals("same-origin") && !site.equals("none");
        return isOfAnotherPage && !READING.contains(request.getMethod())
                ? Optional.of(new Problem(
                        CROSS_SITE,
                        "A page of another site has sent this write (Sec-Fetch-Site: " + site
                                + "). Send it from the console's own page, or with a program"))
                : Optional.empty();
    }

    /**
     * Returns the problem of a request to sign in. Programs other than browsers may omit the headers that say where a
     * request comes from.
     */
    static Optional<Problem> atSignIn(HttpServletRequest request) {
        return write(request, true);
    }

    private static Optional<Problem> write(HttpServletRequest request, boolean mayBeSilent) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        boolean silent = site == null && origin == null;
        boolean own = site != null ? site.equals("same-origin") : origin != null && isOwn(origin, request);
        if (!own && !(silent && mayBeSilent)) {
            return Optional.of(new Problem(
                    CROSS_SITE,
                    "A write with a session must come from the console's own page, with the header Sec-Fetch-Site:"
                            + " same-origin, or with an Origin that equals Host. Programs use HTTP Basic"));
        }
        String type = request.getContentType();
        boolean hasBody = !request.getMethod().equals("DELETE");
        return hasBody && (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json"))
                ? Optional.of(
                        new Problem(TYPE, "The body must be application/json, and the header Content-Type must say so"))
                : Optional.empty();
    }

    private static boolean isOwn(String origin, HttpServletRequest request) {
        String host = request.getHeader("Host");
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Returns whether a script sends the request, and not somebody who follows a link. */
    static boolean isScript(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        return request.getHeader("X-Requested-With") != null || (mode != null && !mode.equals("navigate"));
    }
}
