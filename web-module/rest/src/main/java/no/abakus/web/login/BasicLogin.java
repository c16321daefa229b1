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
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.UnaryOperator;
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
 * A filter that lets only logged-in users through, by name and password (HTTP Basic, RFC 7617) or by a session. A web
 * application subclasses it and maps the subclass to the paths to guard:
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
 * <p>Behind this filter, {@code getRemoteUser}, {@code getUserPrincipal}, {@code isUserInRole} and {@code getAuthType}
 * work, and log lines carry {@code current_user}. The response is 401 without valid credentials, 429 with {@code
 * Retry-After} after too many failures, and 403 for the wrong role, all as {@code application/problem+json}. One
 * instance serves all threads.
 */
public abstract class BasicLogin extends HttpFilter {

    private static final ProblemType UNAUTHORIZED = new ProblemType("unauthorized", 401, "Login required");
    private static final ProblemType FORBIDDEN = new ProblemType("forbidden", 403, "Not allowed");
    private static final ProblemType EXPIRED = new ProblemType("session-expired", 401, "Session expired");
    private static final ProblemType TOO_LONG = new ProblemType("body-too-large", 413, "Body too large");
    private static final ProblemType TOO_MANY = new ProblemType("too-many-logins", 429, "Too many failed logins");

    private static final int SIGN_IN_BYTES = 4_096;

    private final String challenge;
    private final transient LoginDoor door;
    private final transient BodyReading reading;
    private final transient ScheduledThreadPoolExecutor clock;

    /**
     * Creates a login that checks name and password with each request, for an application that reads its bodies itself.
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
     * @param memory how long a valid login is remembered, so that {@link #roles} is not called again; zero to call
     *     {@code roles} each time
     * @param bodies the limits for bodies that are read before the application is called, so that no thread waits for a
     *     client; null if the application reads the bodies itself. With limits, map the filter to asynchronous
     *     dispatches as well
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

    /** Publishes the rules for bodies in the servlet context. The container calls this. */
    @Override
    public void init(FilterConfig config) throws ServletException {
        super.init(config);
        config.getServletContext()
                .setAttribute(
                        BodyGate.ATTRIBUTE,
                        new LoginGate(door, reading, this::isUrgent, this::session, this::isSignIn));
    }

    /** Stops the thread that limits the time of bodies. The container calls this. */
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

    /**
     * Returns the session that a request belongs to; empty if there is no session or the session has ended. The filter
     * calls this if there is no {@code Authorization} header. An implementation must be quick. Default: there are no
     * sessions.
     *
     * @param headers returns a header of the request by its name; null if the request lacks it
     */
    protected Optional<Session> session(UnaryOperator<String> headers) {
        return Optional.empty();
    }

    /**
     * Returns whether users send name and password to this path by POST, to begin a session. Such a request needs no
     * login, and reaches the application with a {@link PasswordDoor}. The path is undecoded and without the context
     * path. Default: no path.
     */
    protected boolean isSignIn(String path) {
        return false;
    }

    /** Sets headers that every response must have, before anything is written. Default: sets none. */
    protected void prepare(HttpServletRequest request, HttpServletResponse response) {}

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
        prepare(request, response);
        Optional<Problem> odd = reading == null ? Optional.empty() : OddRequest.in(request);
        if (odd.isPresent()) {
            odd.get().send(response);
            return;
        }
        if (!needsLogin(request)) {
            chain.doFilter(request, response);
            return;
        }
        if (request.getMethod().equals("POST") && isSignIn(path(request))) {
            signIn(request, response, chain);
            return;
        }
        String header = request.getHeader("Authorization");
        Optional<Credentials> credentials = Credentials.parse(header);
        if (credentials.isEmpty()) {
            Optional<Session> session = header == null ? session(name -> header(request, name)) : Optional.empty();
            if (session.isPresent()) {
                withSession(request, response, chain, session.get());
            } else {
                refuse(request, response, credentials);
            }
            return;
        }
        LoginOutcome outcome = door.login(address(request), credentials.get());
        if (outcome instanceof LoginOutcome.Granted granted) {
            Optional<Problem> problem = CrossSite.withPassword(request);
            if (problem.isPresent()) {
                problem.get().send(response);
                return;
            }
            granted(
                    request,
                    response,
                    chain,
                    new Session(credentials.get().user(), granted.roles()),
                    HttpServletRequest.BASIC_AUTH);
        } else if (outcome instanceof LoginOutcome.Postponed postponed) {
            postpone(response, postponed.delay());
        } else {
            refuse(request, response, credentials);
        }
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static String address(HttpServletRequest request) {
        return ClientAddress.of(ForwardedFor.lastAddress(request), request.getRemoteAddr());
    }

    /** Returns a header of the request. Joins all cookies, because HTTP/2 allows cookies in several headers. */
    private static String header(HttpServletRequest request, String name) {
        return name.equals("Cookie")
                ? String.join("; ", Collections.list(request.getHeaders(name)))
                : request.getHeader(name);
    }

    private void signIn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Problem> problem = CrossSite.atSignIn(request);
        if (problem.isPresent()) {
            problem.get().send(response);
            return;
        }
        if (request.getContentLengthLong() < 0 || request.getContentLengthLong() > SIGN_IN_BYTES) {
            response.setHeader("Connection", "close");
            new Problem(TOO_LONG, "The header Content-Length is required and may be at most " + SIGN_IN_BYTES)
                    .send(response);
            return;
        }
        request.setAttribute(PasswordDoor.ATTRIBUTE, (PasswordDoor)
                (same, user, password) -> door.login(address(same), new Credentials(user, password)));
        withBody(request, response, chain);
    }

    private void withSession(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, Session session)
            throws IOException, ServletException {
        Optional<Problem> problem = CrossSite.withSession(request);
        if (problem.isPresent()) {
            problem.get().send(response);
        } else {
            granted(request, response, chain, session, HttpServletRequest.FORM_AUTH);
        }
    }

    private void granted(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            Session session,
            String authType)
            throws IOException, ServletException {
        String user = session.user();
        Set<String> roles = session.roles();
        LogContext.put("current_user", user);
        RequestLevel.bind(user, request.getHeader(RequestLevel.HEADER));
        if (!permits(request, roles)) {
            new Problem(denial(), user + " may not " + request.getMethod() + " here").send(response);
            return;
        }
        withBody(new LoggedInRequest(request, user, roles, authType), response, chain);
    }

    private void withBody(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (reading != null && request.getAttribute(BodyGate.DONE) == null) {
            new AsyncBody(request, response, reading, clock).proceed(chain);
        } else if (reading != null && request.getAttribute(BodyProblem.ATTRIBUTE) instanceof String problem) {
            if (problem.equals(BodyProblem.CUT_OFF.name())) {
                LogContext.put("client_gone", "the body ended too early");
            }
            BodyProblem.valueOf(problem).told(reading.rules()).send(response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Returns the type of problem for a user whose roles do not permit the request. Its status is 403. */
    protected ProblemType denial() {
        return FORBIDDEN;
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Optional<Credentials> credentials)
            throws IOException {
        if (CrossSite.isScript(request)) {
            // With a challenge, the browser would show its own password box over the page.
            new Problem(EXPIRED, "There is no session, or the session has ended; sign in").send(response);
            return;
        }
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
