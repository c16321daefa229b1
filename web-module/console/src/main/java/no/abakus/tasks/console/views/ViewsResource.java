package no.abakus.tasks.console.views;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.regex.Pattern;
import no.abakus.tasks.console.contract.ApiCall;
import no.abakus.tasks.console.executions.Given;
import no.abakus.tasks.console.security.Caller;
import no.abakus.tasks.operate.SavedView;
import no.abakus.tasks.operate.SavedViews;
import no.abakus.web.problem.ProblemException;
import no.abakus.web.problem.ProblemType;

/** Queries that users save under a name, for themselves or for all users. */
@RequestScoped
@Path("views")
@Produces(MediaType.APPLICATION_JSON)
public class ViewsResource {

    private static final ProblemType BAD_VIEW = new ProblemType("bad-view", 400, "Not a view");
    private static final ProblemType NOT_FOUND = new ProblemType("view-not-found", 404, "No such view");
    private static final ProblemType TOO_MANY = new ProblemType("too-many-views", 409, "Too many views");

    private static final int LONGEST_QUERY = 1_000;
    private static final int LONGEST_NAME = 64;
    private static final List<String> PAGES = List.of("tasks", "failures", "dead-letters");

    /** A name is also a segment of a path, so only characters that every server treats alike in a path are allowed. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-][\\p{L}\\p{N} ._-]{0,63}");

    @Inject
    SavedViews views;

    @GET
    @ApiCall(value = "Lists the saved views that the user sees.", problems = "history-unavailable")
    public Listed list(@Context SecurityContext security) {
        String user = Caller.of(security).user();
        return new Listed(Given.reached(() -> views.seenBy(user)).stream()
                .map(view -> View.of(view, user))
                .toList());
    }

    @GET
    @Path("{name}")
    @ApiCall(
            value = "Returns a saved view: the user's own, or else a shared one.",
            problems = {"bad-view", "view-not-found", "history-unavailable"})
    public View view(@PathParam("name") String name, @Context SecurityContext security) {
        checked(name);
        String user = Caller.of(security).user();
        return Given.reached(() -> views.find(user, name))
                .map(view -> View.of(view, user))
                .orElseThrow(() -> unknown(name));
    }

    @PUT
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiCall(
            value = "Saves a view. If the user already has a view of this name, it is overwritten.",
            problems = {"bad-view", "too-many-views", "history-unavailable"})
    public View save(@PathParam("name") String name, Wanted body, @Context SecurityContext security) {
        checked(name);
        if (body == null || body.page() == null || !PAGES.contains(body.page())) {
            throw bad("page must be one of " + String.join(", ", PAGES));
        }
        if (body.q() == null || body.q().length() > LONGEST_QUERY || body.q().indexOf('\0') >= 0) {
            throw bad("q must have at most " + LONGEST_QUERY + " characters and no NUL");
        }
        SavedView view = new SavedView(
                Caller.of(security).user(), name, body.page(), body.q(), Boolean.TRUE.equals(body.shared()));
        if (!Given.reached(() -> views.keep(view))) {
            throw new ProblemException(
                    TOO_MANY, "A user can have at most " + SavedViews.MOST + " views; delete one first");
        }
        return View.of(view, view.owner());
    }

    @DELETE
    @Path("{name}")
    @ApiCall(
            value = "Deletes a view of the user.",
            status = 204,
            answer = Void.class,
            problems = {"bad-view", "view-not-found", "history-unavailable"})
    public Response delete(@PathParam("name") String name, @Context SecurityContext security) {
        checked(name);
        String user = Caller.of(security).user();
        if (!Given.reached(() -> views.delete(user, name))) {
            throw unknown(name);
        }
        return Response.noContent().build();
    }

    private static void checked(String name) {
        // H2 counts UTF-16 units, and a letter may have two of them. PostgreSQL counts characters, so it has room.
        if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            throw bad("name must have 1 to 64 letters, digits, blanks and . _ -, and must not begin with a blank or .");
        }
    }

    private static ProblemException bad(String detail) {
        return new ProblemException(BAD_VIEW, detail);
    }

    private static ProblemException unknown(String name) {
        return new ProblemException(
                NOT_FOUND, "You have no view '" + name + "'; GET views lists the views that you see");
    }

    /** The request body of a view. */
    public record Wanted(String page, String q, Boolean shared) {}

    /** A view as clients see it. */
    public record View(String name, String page, String q, boolean shared, String owner, boolean own) {
        static View of(SavedView view, String user) {
            return new View(
                    view.name(),
                    view.page(),
                    view.query(),
                    view.shared(),
                    view.owner(),
                    view.owner().equals(user));
        }
    }

    record Listed(List<View> items) {}
}
