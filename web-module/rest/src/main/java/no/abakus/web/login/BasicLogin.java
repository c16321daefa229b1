package no.abakus.web.login;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import no.abakus.logging.LogContext;
import no.abakus.logging.RequestLevel;
import no.abakus.logging.web.ForwardedFor;
import no.abakus.web.body.AsyncBody;
import no.abakus.web.body.BodyGate;
import no.abakus.web.body.BodyProblem;
import no.abakus.web.body.BodyReading;
import no.abakus.web.body.BodyRules;
import no.abakus.web.body.OddRequest;
import no.abakus.web.body.TakenUp;
import no.abakus.web.problem.Problem;
import no.abakus.web.problem.ProblemType;

/**
 * A filter that lets nobody through without a name and password (HTTP Basic, RFC 7617). A web application subclasses it
 * and maps the subclass to the paths to guard:
 *
 * <pre>{@code
 * @WebFilter(
 *         urlPatterns = "/*",
 *         asyncSupported = true,
 *         dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC})
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
 * <p>Behind it {@code getRemoteUser}, {@code getUserPrincipal}, {@code isUserInRole} and {@code getAuthType} work, and
 * log lines carry {@code current_user}. The response is 401 without valid credentials, 429 with {@code Retry-After}
 * after too many failures, and 403 for the wrong role, all as {@code application/problem+json}. One instance serves all
 * threads.
 */
public abstract class BasicLogin extends HttpFilter {

    private static final ProblemType UNAUTHORIZED = new ProblemType("unauthorized", 401, "Login required");
    private static final ProblemType FORBIDDEN = new ProblemType("forbidden", 403, "Not allowed");
    private static final ProblemType TOO_MANY = new ProblemType("too-many-logins", 429, "Too many failed logins");

    private final String challenge;
    private final transient LoginDoor door;
    private final transient BodyReading reading;
    private final transient ScheduledThreadPoolExecutor clock;

    /**
     * Creates a login that checks name and password with each request. For an application that reads its bodies itself.
     *
     * @param realm the name that a browser shows when it asks for a password; no quotes, backslashes or control
     *     characters
     * @throws IllegalArgumentException if the realm has such a character
     */
    protected BasicLogin(String realm) {
        this(realm, Duration.ZERO, null);
    }

    /**
     * Creates a login.
     *
     * @param realm the name that a browser shows when it asks for a password; no quotes, backslashes or control
     *     characters
     * @param memory how long a valid login is remembered, so that {@link #roles} is not called again; zero to call it
     *     each time
     * @param bodies the limits for bodies that are read before the application is called, so that no thread waits for a
     *     client; null if the application reads them itself. With limits, map the filter to asynchronous dispatches as
     *     well
     * @throws IllegalArgumentException if the realm has such a character
     */
    protected BasicLogin(String realm, Duration memory, BodyRules bodies) {
        if (realm.chars().anyMatch(c -> c == '"' || c == '\\' || Character.isISOControl(c))) {
            throw new IllegalArgumentException(
                    "The realm '" + realm
                            + "' is used in a quoted header value, so it must not contain quotes, backslashes or control characters");
        }
        this.challenge = "Basic realm=\"" + realm + "\", charset=\"UTF-8\"";
        this.door = new LoginDoor(this::roles, memory, System::nanoTime, new SecureRandom());
        this.reading = bodies == null ? null : new BodyReading(bodies);
        this.clock = bodies == null ? null : clock();
    }

    private static ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, ring -> {
            Thread thread = new Thread(ring, "abakus-bodies");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    /** Called by the container. */
    @Override
    public void init(FilterConfig config) throws ServletException {
        super.init(config);
        config.getServletContext().setAttribute(BodyGate.ATTRIBUTE, new LoginGate(door, reading, this::isUrgent));
    }

    /** Called by the container. */
    @Override
    public void destroy() {
        if (clock != null) {
            clock.shutdownNow();
        }
    }

    /**
     * Returns the roles of the user if name and password are correct, else empty. Compare passwords with {@link #same}.
     */
    protected abstract Optional<Set<String>> roles(String user, String password);

    /** Returns whether the request needs a login at all. Default: every request does. */
    protected boolean needsLogin(HttpServletRequest request) {
        return true;
    }

    /** Returns whether a user with these roles may make the request. If not, the response is 403. Default: yes. */
    protected boolean permits(HttpServletRequest request, Set<String> roles) {
        return true;
    }

    /**
     * Returns whether this path must be served even if every worker of the server is busy. The path is undecoded and
     * without the context path. Such a request must not need a body. Has an effect only on WildFly. Default: no.
     */
    protected boolean isUrgent(String path) {
        return false;
    }

    /** Called before anything is written, to set headers that every response must have. Default: none. */
    protected void prepare(HttpServletResponse response) {}

    /** Compares two strings in constant time, so that the time does not reveal the position of the first difference. */
    protected static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected final void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            // The login was checked when the request arrived.
            TakenUp.proceed(request, response, chain);
            return;
        }
        prepare(response);
        Optional<Problem> odd = reading == null ? Optional.empty() : OddRequest.in(request);
        if (odd.isPresent()) {
            odd.get().send(response);
            return;
        }
        if (!needsLogin(request)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Credentials> credentials = Credentials.parse(request.getHeader("Authorization"));
        if (credentials.isEmpty()) {
            refuse(response, credentials);
            return;
        }
        String address = ClientAddress.of(ForwardedFor.lastAddress(request), request.getRemoteAddr());
        LoginOutcome outcome = door.login(address, credentials.get());
        if (outcome instanceof LoginOutcome.Granted granted) {
            granted(request, response, chain, credentials.get().user(), granted.roles());
        } else if (outcome instanceof LoginOutcome.Postponed postponed) {
            postpone(response, postponed.delay());
        } else {
            refuse(response, credentials);
        }
    }

    private void granted(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, String user, Set<String> roles)
            throws IOException, ServletException {
        LogContext.put("current_user", user);
        RequestLevel.bind(user, request.getHeader(RequestLevel.HEADER));
        if (!permits(request, roles)) {
            new Problem(FORBIDDEN, user + " may not " + request.getMethod() + " here").send(response);
            return;
        }
        HttpServletRequest known = new LoggedInRequest(request, user, roles);
        if (reading == null || request.getAttribute(BodyGate.DONE) != null) {
            withBody(known, response, chain);
        } else {
            new AsyncBody(known, response, reading, clock).proceed(chain);
        }
    }

    private void withBody(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (reading != null && request.getAttribute(BodyProblem.ATTRIBUTE) instanceof String problem) {
            BodyProblem.valueOf(problem).told(reading.rules()).send(response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void refuse(HttpServletResponse response, Optional<Credentials> credentials) throws IOException {
        response.setHeader("WWW-Authenticate", challenge);
        refusal(credentials).send(response);
    }

    private static void postpone(HttpServletResponse response, Duration wait) throws IOException {
        long seconds = wait.plusMillis(999).toSeconds();
        response.setHeader("Retry-After", Long.toString(seconds));
        new Problem(
                        TOO_MANY,
                        "Logins with this name or from this address have failed too often; try again in " + seconds
                                + " s")
                .send(response);
    }

    private static Problem refusal(Optional<Credentials> credentials) {
        return new Problem(
                UNAUTHORIZED,
                credentials.isEmpty()
                        ? "Send name and password as HTTP Basic: Authorization: Basic base64(name:password)"
                        : "The user or the password is not known");
    }
}
