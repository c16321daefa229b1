package no.abakus.tasks.console.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import no.abakus.tasks.console.contract.ApiCall;
import no.abakus.tasks.operate.TaskHealth;

/**
 * Says whether tasks can be sent and run here. Load balancers, supervisors and start scripts ask this, so no login is
 * needed. Restart a process that is not alive. Do not restart a process that is alive but not ready.
 */
@RequestScoped
@Path("health")
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {

    @Inject
    TaskHealth health;

    @GET
    @ApiCall(
            value = "Says whether tasks can be sent and run here; if not, returns 503 with the failed checks.",
            answer = Up.class,
            isOpen = true,
            problems = {})
    public Response health() {
        return answer(health.ready());
    }

    /** Returns the same as {@code /health} itself. */
    @GET
    @Path("ready")
    @ApiCall(
            value = "Returns the same as GET health.",
            answer = Up.class,
            isOpen = true,
            problems = {})
    public Response ready() {
        return health();
    }

    /**
     * Whether the process responds. Unreachable systems do not matter here, because a restart would not bring them
     * back.
     */
    @GET
    @Path("live")
    @ApiCall(
            value = "Says that the process responds.",
            answer = Up.class,
            isOpen = true,
            problems = {})
    public Response live() {
        return answer(List.of());
    }

    /** Whether the application has started. Once true, it stays true. */
    @GET
    @Path("started")
    @ApiCall(
            value = "Says whether the application has started; 503 until then, afterwards always 200.",
            answer = Up.class,
            isOpen = true,
            problems = {})
    public Response started() {
        return answer(health.started());
    }

    private static Response answer(List<TaskHealth.Check> results) {
        CacheControl fresh = new CacheControl();
        fresh.setNoStore(true);
        return results.stream().allMatch(TaskHealth.Check::isUp)
                ? Response.ok(new Up("UP")).cacheControl(fresh).build()
                : Response.status(Response.Status.SERVICE_UNAVAILABLE)
                        .entity(Down.of(results))
                        .cacheControl(fresh)
                        .build();
    }

    record Up(String status) {}

    record Down(String status, List<CheckView> checks) {

        static Down of(List<TaskHealth.Check> results) {
            return new Down("DOWN", results.stream().map(CheckView::of).toList());
        }
    }

    /** Shows only the name and the status of a check, because clients need no login for this. */
    record CheckView(String name, String status) {

        static CheckView of(TaskHealth.Check check) {
            return new CheckView(check.name(), check.isUp() ? "UP" : "DOWN");
        }
    }
}
