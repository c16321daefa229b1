package no.abakus.web.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import no.abakus.logging.LogContext;
import no.abakus.logging.RequestLevel;
import no.abakus.web.problem.Problem;
import no.abakus.web.problem.ProblemType;

/**
 * A filter that lets nobody through without name and password (HTTP Basic, RFC 7617). A web application subclasses it
 * and maps the subclass to what is to be guarded:
 *
 * <pre>{@code
 * @WebFilter(urlPatterns = "/*", asyncSupported = true)
 * public class ShopLogin extends BasicLogin {
 *     public ShopLogin() {
 *         super("shop");
 *     }
 *
 *     @Override
 *     protected Optional<Set<String>> roles(String user, String password) {
 *         return user.equals("clerk") && same(clerkPassword, password) ? Optional.of(Set.of("clerk")) : Optional.empty();
 *     }
 * }
 * }</pre>
 *
 * <p>Behind it {@code getRemoteUser}, {@code getUserPrincipal}, {@code isUserInRole} and {@code getAuthType} answer, and
 * log lines carry {@code current_user}. Without valid credentials the answer is 401, for the wrong role 403, both as
 * {@code application/problem+json}. One instance serves all threads.
 */
public abstract class BasicLogin extends HttpFilter {

    private static final ProblemType UNAUTHORIZED = new ProblemType("unauthorized", 401, "Login required");
    private static final ProblemType FORBIDDEN = new ProblemType("forbidden", 403, "Not allowed");

    private final String challenge;

    /**
     * A login for this realm.
     *
     * @param realm what a browser shows when it asks for a password; no quotes, backslashes or control characters
     * @throws IllegalArgumentException if the realm has such a character
     */
    protected BasicLogin(String realm) {
        if (realm.chars().anyMatch(c -> c == '"' || c == '\\' || Character.isISOControl(c))) {
            throw new IllegalArgumentException("The realm '" + realm
                    + "' stands in a quoted header value: it may hold no quote, backslash or control character");
        }
        this.challenge = "Basic realm=\"" + realm + "\", charset=\"UTF-8\"";
    }

    /**
     * The roles of the user, if there is one of this name and with this password. Compare passwords with {@link #same}.
     */
    protected abstract Optional<Set<String>> roles(String user, String password);

    /** Whether the request needs a login at all. Default: every one does. */
    protected boolean needsLogin(HttpServletRequest request) {
        return true;
    }

    /** Whether somebody with these roles may make the request; if not, the answer is 403. Default: yes. */
    protected boolean permits(HttpServletRequest request, Set<String> roles) {
        return true;
    }

    /** Compares in a time that does not tell where two texts begin to differ. */
    protected static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected final void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!needsLogin(request)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Credentials> credentials = Credentials.parse(request.getHeader("Authorization"));
        Optional<Set<String>> roles = credentials.flatMap(given -> roles(given.user(), given.password()));
        if (roles.isEmpty()) {
            response.setHeader("WWW-Authenticate", challenge);
            send(response, refusal(credentials));
            return;
        }
        String user = credentials.orElseThrow().user();
        LogContext.put("current_user", user);
        RequestLevel.bind(user, request.getHeader(RequestLevel.HEADER));
        if (permits(request, roles.get())) {
            chain.doFilter(new LoggedInRequest(request, user, roles.get()), response);
        } else {
            send(response, new Problem(FORBIDDEN, user + " may not " + request.getMethod() + " here"));
        }
    }

    private static Problem refusal(Optional<Credentials> credentials) {
        return new Problem(
                UNAUTHORIZED,
                credentials.isEmpty()
                        ? "Send name and password as HTTP Basic: Authorization: Basic base64(name:password)"
                        : "There is no such user with this password");
    }

    private static void send(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.type().status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(problem.toJson().getBytes(StandardCharsets.UTF_8));
    }
}
