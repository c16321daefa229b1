package no.abakus.tasks.console.metrics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import no.abakus.tasks.console.contract.ApiCall;
import no.abakus.tasks.operate.TaskMetrics;

/** The figures of this node, for Prometheus to scrape. Like all reads, a scrape needs a login as viewer. */
@RequestScoped
@Path("metrics")
public class MetricsResource {

    @Inject
    TaskMetrics metrics;

    @GET
    @Produces("text/plain; version=0.0.4; charset=utf-8")
    @ApiCall(
            value = "Returns the metrics of this node in Prometheus's text format.",
            types = "text/plain",
            problems = {})
    public String metrics() {
        return metrics.toPrometheus();
    }
}
