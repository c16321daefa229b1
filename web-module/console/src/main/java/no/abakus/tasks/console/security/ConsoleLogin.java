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

/** Guards everything but the health of the server: reading for both accounts, writing for the operator. */
@WebFilter(
        urlPatterns = "/*",
        asyncSupported = true,
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC})
public class ConsoleLogin extends BasicLogin {

    private static final Duration MEMORY = Duration.ofMinutes(10);
    private static final String HEALTH = "/api/health";

    /** What of the health is answered without a login. */
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

    /** At start, and not at the first request: an operator looks for the password among the lines of the start. */
    @Override
    public void init() throws ServletException {
        CredentialsFile file = new CredentialsFile(CredentialsLocation.of(System::getProperty));
        try {
            accounts = new AccountSetup(
                            System::getenv, file, new FreshPassword(new SecureRandom(), PasswordHash.ITERATIONS))
                    .accounts();
        } catch (IOException e) {
            throw new ServletException(
                    "The console's passwords cannot be kept in " + file + ": set "
                            + Account.VIEWER.variable() + " and " + Account.OPERATOR.variable()
                            + ", or name a file that can be written by -D" + CredentialsLocation.PROPERTY,
                    e);
        }
    }

    @Override
    protected boolean needsLogin(HttpServletRequest request) {
        // The undecoded path: what equals it to the letter cannot be understood as another one further in.
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
