package no.abakus.tasks.console.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.console.call.CallBody;
import no.abakus.tasks.console.call.TaskIds;
import no.abakus.tasks.registry.TaskRegistry;
import no.abakus.web.problem.ProblemException;
import no.abakus.web.problem.ProblemType;

/** The registered tasks, and how to send one. */
@RequestScoped
@Path("tasks")
@Produces(MediaType.APPLICATION_JSON)
public class TasksResource {

    private static final ProblemType BAD_JSON = new ProblemType("bad-json", 400, "Not JSON");

    @Inject
    TaskRegistry registry;

    @Inject
    Tasks tasks;

    @GET
    public List<TaskView> all() {
        return registry.all().stream().map(TaskView::of).toList();
    }

    @POST
    @Path("{name}/apply-async")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response applyAsync(@PathParam("name") String name, Map<String, Object> body, @Context UriInfo uri) {
        if (body == null) {
            throw new ProblemException(BAD_JSON, "The body is null; send a JSON object, {} for no arguments");
        }
        AsyncResult<Object> sent = CallBody.of(body).send(tasks, name);
        // A path, not a URI with a host: behind a proxy this server does not know what it is called.
        String location = uri.getBaseUri().getRawPath() + "results/" + TaskIds.segment(sent.id());
        return Response.accepted(SentView.of(sent.id()))
                .header(HttpHeaders.LOCATION, location)
                .build();
    }
}
