package no.abakus.sample.login;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.abakus.web.body.BodyRules;
import no.abakus.web.login.ApiHeaders;
import no.abakus.web.login.BasicLogin;

/**
 * Logs in webkom and three students. Because this is a sample, each user's password is the user's name. See {@link
 * WebkomOnly}.
 */
@WebFilter(
        urlPatterns = "/*",
        asyncSupported = true,
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC})
public class SampleLogin extends BasicLogin {

    public static final String WEBKOM = "webkom";
    private static final String STUDENT = "student";

    private static final Map<String, Set<String>> ROLES = Map.of(
            "webkom", Set.of(WEBKOM, STUDENT),
            "student1", Set.of(STUDENT),
            "student2", Set.of(STUDENT),
            "student3", Set.of(STUDENT));

    /** The groups of people, as the pools of events name them. */
    private static final Set<String> STUDENTS_GROUPS = Set.of("users");

    private static final Set<String> WEBKOMS_GROUPS = Set.of("users", WEBKOM);

    public SampleLogin() {
        super("registrations", Duration.ofMinutes(10), BodyRules.DEFAULT);
    }

    @Override
    protected void prepare(HttpServletRequest request, HttpServletResponse response) {
        ApiHeaders.set(request, response);
    }

    /** Returns whether a user with this name can log in here. */
    public static boolean knows(String user) {
        return ROLES.containsKey(user);
    }

    /** Returns the groups that this person is in; none for a name without a login. */
    public static Set<String> groups(String user) {
        Set<String> roles = ROLES.getOrDefault(user, Set.of());
        if (roles.contains(WEBKOM)) {
            return WEBKOMS_GROUPS;
        }
        return roles.contains(STUDENT) ? STUDENTS_GROUPS : Set.of();
    }

    @Override
    protected Optional<Set<String>> roles(String user, String password) {
        return Optional.ofNullable(ROLES.get(user)).filter(roles -> same(user, password));
    }
}
