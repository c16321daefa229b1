package no.abakus.sample.login;

import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.abakus.web.login.BasicLogin;

/** Lets webkom do everything, and students register and look. Each one's password is the name: this is a sample. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SampleLogin extends BasicLogin {

    private static final String WEBKOM = "webkom";
    private static final String STUDENT = "student";

    private static final Map<String, Set<String>> ROLES = Map.of(
            "webkom", Set.of(WEBKOM, STUDENT),
            "student1", Set.of(STUDENT),
            "student2", Set.of(STUDENT),
            "student3", Set.of(STUDENT));

    public SampleLogin() {
        super("registrations");
    }

    @Override
    protected Optional<Set<String>> roles(String user, String password) {
        return Optional.ofNullable(ROLES.get(user)).filter(roles -> same(user, password));
    }

    @Override
    protected boolean permits(HttpServletRequest request, Set<String> roles) {
        return roles.contains(WEBKOM) || !isForWebkom(request.getMethod(), request.getRequestURI());
    }

    private static boolean isForWebkom(String method, String path) {
        return path.contains("/ledger")
                || (method.equals("POST") && (path.endsWith("/events") || path.endsWith("/batch")));
    }
}
