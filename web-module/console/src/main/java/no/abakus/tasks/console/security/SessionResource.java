package no.abakus.tasks.console.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.abakus.logging.Log;
import no.abakus.logging.LoggingSetting;
import no.abakus.tasks.console.contract.ApiCall;
import no.abakus.web.login.LoginOutcome;
import no.abakus.web.login.PasswordDoor;
import no.abakus.web.problem.Problem;
import no.abakus.web.problem.ProblemException;
import no.abakus.web.problem.ProblemMapper;
import no.abakus.web.problem.ProblemType;

/** Sessions of browsers. Programs need no session, because they send name and password with each request. */
@RequestScoped
@Path("session")
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {

    private static final Log log = Log.get();
    private static final ProblemType UNAUTHORIZED = new ProblemType("unauthorized", 401, "Login required");
    private static final ProblemType TOO_MANY = new ProblemType("too-many-logins", 429, "Too many failed logins");
    private static final ProblemType NOT_FOUND = new ProblemType("not-found", 404, "Not Found");
    private static final ProblemType BAD_BODY = new ProblemType("bad-body", 400, "Not a name and a password");

    @Context
    ServletContext context;

    @Context
    HttpServletRequest request;

    /** Returns who is logged in, by a session or by HTTP Basic. */
    @GET
    @ApiCall("Says who is logged in, by a session or by HTTP Basic.")
    public SessionView who() {
        String user = request.getRemoteUser();
        return view(user, ticket().filter(one -> one.user().equals(user)).map(SessionTicket::expires));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiCall(
            value = "Begins a session for a browser.",
            answer = SessionView.class,
            isOpen = true,
            problems = {"bad-body", "unauthorized", "too-many-logins", "not-found"})
    public Response begin(Password said) {
        if (!isComplete(said)) {
            throw new ProblemException(
                    BAD_BODY, "The body must have a user and a password, both strings without control characters");
        }
        PasswordDoor door = (PasswordDoor) request.getAttribute(PasswordDoor.ATTRIBUTE);
        if (door == null) {
            throw new ProblemException(NOT_FOUND, "Sign in at /api/session, written exactly like this");
        }
        LoginOutcome outcome = door.check(request, said.user(), said.password());
        if (outcome instanceof LoginOutcome.Postponed postponed) {
            long seconds = postponed.delay().plusMillis(999).toSeconds();
            return Response.fromResponse(ProblemMapper.response(new Problem(
                            TOO_MANY,
                            "Logins with this name or from this address have failed too often; try again in " + seconds
                                    + " s")))
                    .header(HttpHeaders.RETRY_AFTER, seconds)
                    .build();
        }
        if (!(outcome instanceof LoginOutcome.Granted granted)) {
            throw new ProblemException(UNAUTHORIZED, "The user or the password is wrong");
        }
        SessionTickets tickets = tickets();
        SessionTicket ticket = tickets.begin(said.user());
        log.info("session_begun", "user", said.user());
        List<String> roles = sorted(granted.roles().stream());
        return Response.ok(new SessionView(said.user(), roles, ticket.expires(), environment()))
                .header("Set-Cookie", SessionCookie.set(tickets.text(ticket), tickets.life(), path(), isSecure()))
                .build();
    }

    /** Ends the session on this node, and deletes the cookie. */
    @DELETE
    @ApiCall(value = "Ends the session and deletes the cookie.", status = 204, answer = Void.class)
    public Response end() {
        ticket().ifPresent(tickets()::end);
        return Response.noContent()
                .header("Set-Cookie", SessionCookie.delete(path(), isSecure()))
                .build();
    }

    private static boolean isComplete(Password said) {
        return said != null
                && said.user() != null
                && said.password() != null
                && !said.user().isEmpty()
                && (said.user() + said.password()).chars().noneMatch(Character::isISOControl);
    }

    private SessionView view(String user, Optional<Instant> expires) {
        Stream<String> roles = Stream.of(Account.values()).map(Account::role).filter(request::isUserInRole);
        return new SessionView(user, sorted(roles), expires.orElse(null), environment());
    }

    /** Returns where this server runs, as the lines of its requests say it; null if no setting says so. */
    private static String environment() {
        String named = LoggingSetting.ENVIRONMENT.text();
        return named.equals(LoggingSetting.ENVIRONMENT.defaultValue()) ? null : named;
    }

    private static List<String> sorted(Stream<String> roles) {
        return roles.sorted().toList();
    }

    private Optional<SessionTicket> ticket() {
        String cookies = String.join("; ", Collections.list(request.getHeaders("Cookie")));
        return SessionCookie.in(cookies).flatMap(tickets()::read);
    }

    private SessionTickets tickets() {
        return (SessionTickets) context.getAttribute(SessionTickets.ATTRIBUTE);
    }

    private String path() {
        return context.getContextPath() + "/";
    }

    /** Whether the browser uses TLS. The TLS connection may end at a proxy that we trust. */
    private boolean isSecure() {
        return request.isSecure()
                || (LoggingSetting.TRUST_FORWARDED_FOR.isOn()
                        && "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto")));
    }

    /** What a user types to begin a session. */
    public record Password(String user, String password) {

        /** Returns only the name, not the password. */
        @Override
        public String toString() {
            return user;
        }
    }

    /**
     * Who is logged in, and where; {@code expiresAt} is null without a session, and {@code environment} if
     * {@code abakus.logging.environment} is not set.
     */
    public record SessionView(String user, List<String> roles, Instant expiresAt, String environment) {}
}
