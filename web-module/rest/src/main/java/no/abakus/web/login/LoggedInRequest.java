package no.abakus.web.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import java.util.Set;

/** A request that knows its user. */
final class LoggedInRequest extends HttpServletRequestWrapper {

    private final User user;
    private final Set<String> roles;
    private final String authType;

    LoggedInRequest(HttpServletRequest request, String name, Set<String> roles, String authType) {
        super(request);
        this.authType = authType;
        this.user = new User(name);
        this.roles = Set.copyOf(roles);
    }

    @Override
    public String getAuthType() {
        return authType;
    }

    @Override
    public String getRemoteUser() {
        return user.name();
    }

    @Override
    public Principal getUserPrincipal() {
        return user;
    }

    @Override
    public boolean isUserInRole(String role) {
        return role != null && roles.contains(role);
    }

    private record User(String name) implements Principal {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
