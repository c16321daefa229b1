package no.abakus.tasks.console.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import no.abakus.web.body.BodyRules;
import no.abakus.web.login.ApiHeaders;
import no.abakus.web.login.BasicLogin;
import no.abakus.web.login.Session;
import no.abakus.web.problem.ProblemType;

/**
 * Guards everything except the server's health, the page's own files and the sign-in. Both accounts may read, but only
 * the operator may write.
 */
@WebFilter(
        urlPatterns = "/*",
        asyncSupported = true,
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC})
public class ConsoleLogin extends BasicLogin {

    private static final Duration MEMORY = Duration.ofMinutes(10);
    private static final String HEALTH = "/api/health";

    /** The health paths that need no login. */
    private static final Set<String> OPEN = Set.of("", "/live", "/ready", "/started");

    private static final String SESSION = "/api/session";

    /** How long a user stays signed in: a working day. */
    private static final Duration SIGNED_IN = Duration.ofHours(12);

    /**
     * The paths of the page: its document, and its files under a version. Paths with escapes, adjacent dots or empty
     * segments do not match, because a server could resolve them to other paths.
     */
    private static final Pattern PAGE =
            Pattern.compile("/?|/page/[0-9a-f]{16}(?:/[a-z]{1,20}){0,3}/[A-Za-z]{1,20}\\.(?:js|css|svg|txt)");

    private static final ProblemType READ_ONLY = new ProblemType("read-only", 403, "Only reading is allowed");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private transient volatile Accounts accounts;
    private transient volatile SessionTickets tickets;

    public ConsoleLogin() {
        super("abakus", MEMORY, BodyRules.DEFAULT);
    }

    ConsoleLogin(Accounts accounts) {
        this();
        serve(accounts);
    }

    private void serve(Accounts known) {
        accounts = known;
        tickets = new SessionTickets(known::sessionKey, SIGNED_IN, InstantSource.system(), new SecureRandom());
    }

    /**
     * Reads or creates the passwords at startup, not at the first request, because operators look for the password's
     * location in the startup log.
     */
    @Override
    public void init() throws ServletException {
        CredentialsFile file = new CredentialsFile(CredentialsLocation.of(System::getProperty));
        try {
            serve(new AccountSetup(System::getenv, file, new FreshPassword(new SecureRandom(), PasswordHash.ITERATIONS))
                    .accounts());
            getServletContext().setAttribute(SessionTickets.ATTRIBUTE, tickets);
        } catch (IOException e) {
            throw new ServletException(
                    "The console's passwords cannot be stored in " + file + ". Set "
                            + Account.VIEWER.variable() + " and " + Account.OPERATOR.variable()
                            + ", or name a writable file with -D" + CredentialsLocation.PROPERTY,
                    e);
        }
    }

    @Override
    protected boolean needsLogin(HttpServletRequest request) {
        // This is the undecoded path. If it equals an open path exactly, no later component can interpret it as a
        // different path.
        String uri = request.getRequestURI();
        String root = request.getContextPath() + HEALTH;
        return OPEN.stream().map(root::concat).noneMatch(uri::equals) && !isPage(request, uri);
    }

    private static boolean isPage(HttpServletRequest request, String uri) {
        String context = request.getContextPath();
        return (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
                && uri.startsWith(context)
                && PAGE.matcher(uri.substring(context.length())).matches();
    }

    @Override
    protected Optional<Session> session(UnaryOperator<String> headers) {
        return SessionCookie.in(headers.apply("Cookie"))
                .flatMap(tickets::read)
                .map(ticket -> new Session(ticket.user(), accounts.roles(ticket.user())));
    }

    @Override
    protected boolean isSignIn(String path) {
        return path.equals(SESSION);
    }

    @Override
    protected boolean isUrgent(String path) {
        return path.startsWith(HEALTH) && OPEN.contains(path.substring(HEALTH.length()));
    }

    @Override
    protected void prepare(HttpServletRequest request, HttpServletResponse response) {
        ApiHeaders.set(request, response);
    }

    @Override
    protected boolean permits(HttpServletRequest request, Set<String> roles) {
        return roles.contains(Account.OPERATOR.role()) || READING.contains(request.getMethod()) || isSignOut(request);
    }

    /** Users without the role of an operator may read everything, so only changes are denied to them. */
    @Override
    protected ProblemType denial() {
        return READ_ONLY;
    }

    private static boolean isSignOut(HttpServletRequest request) {
        return request.getMethod().equals("DELETE")
                && request.getRequestURI().equals(request.getContextPath() + SESSION);
    }

    @Override
    protected Optional<Set<String>> roles(String user, String password) {
        return accounts.roles(user, password);
    }
}
