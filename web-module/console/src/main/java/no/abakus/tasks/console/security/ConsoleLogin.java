package no.abakus.tasks.console.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import no.abakus.web.body.BodyRules;
import no.abakus.web.login.ApiHeaders;
import no.abakus.web.login.BasicLogin;

/** Guards everything except the server's health: both accounts may read, only the operator may write. */
@WebFilter(
        urlPatterns = "/*",
        asyncSupported = true,
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC})
public class ConsoleLogin extends BasicLogin {

    private static final Duration MEMORY = Duration.ofMinutes(10);
    private static final String HEALTH = "/api/health";

    /** The health paths that need no login. */
    private static final Set<String> OPEN = Set.of("", "/live", "/ready", "/started");

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private transient volatile Accounts accounts;

    public ConsoleLogin() {
        super("abakus", MEMORY, BodyRules.DEFAULT);
    }

    ConsoleLogin(Accounts accounts) {
        this();
        this.accounts = accounts;
    }

    /** At startup, not at the first request: operators look for the password's location in the startup log. */
    @Override
    public void init() throws ServletException {
        CredentialsFile file = new CredentialsFile(CredentialsLocation.of(System::getProperty));
        try {
            accounts = new AccountSetup(
                            System::getenv, file, new FreshPassword(new SecureRandom(), PasswordHash.ITERATIONS))
                    .accounts();
        } catch (IOException e) {
            throw new ServletException(
                    "The console's passwords cannot be stored in " + file + ": set "
                            + Account.VIEWER.variable() + " and " + Account.OPERATOR.variable()
                            + ", or name a writable file with -D" + CredentialsLocation.PROPERTY,
                    e);
        }
    }

    @Override
    protected boolean needsLogin(HttpServletRequest request) {
        // The undecoded path: if it equals an open path exactly, no later component can interpret it as a different
        // one.
        String uri = request.getRequestURI();
        String root = request.getContextPath() + HEALTH;
        return OPEN.stream().map(root::concat).noneMatch(uri::equals);
    }

    @Override
    protected boolean isUrgent(String path) {
        return path.startsWith(HEALTH) && OPEN.contains(path.substring(HEALTH.length()));
    }

    @Override
    protected void prepare(HttpServletResponse response) {
        ApiHeaders.set(response);
    }

    @Override
    protected boolean permits(HttpServletRequest request, Set<String> roles) {
        return roles.contains(Account.OPERATOR.role()) || READING.contains(request.getMethod());
    }

    @Override
    protected Optional<Set<String>> roles(String user, String password) {
        return accounts.roles(user, password);
    }
}
