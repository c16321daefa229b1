package no.abakus.tasks.console.contract;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

/** Describes the call that a servlet answers. */
@Path("live")
public interface LiveCall {

    @GET
    @ApiCall(
            value = "Sends the state of the topics whenever it changes, as server-sent events.",
            answer = String.class,
            types = "text/event-stream",
            problems = {"bad-query", "too-many-streams"})
    String live(@QueryParam("topics") String topics);
}
