package no.abakus.tasks.console.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import no.abakus.tasks.console.audit.AuditResource;
import no.abakus.tasks.console.audit.RecordedChanges;
import no.abakus.tasks.console.bulk.BulkResource;
import no.abakus.tasks.console.contract.OpenApiResource;
import no.abakus.tasks.console.control.ControlResource;
import no.abakus.tasks.console.control.QueuesResource;
import no.abakus.tasks.console.control.WorkersResource;
import no.abakus.tasks.console.executions.ExecutionsResource;
import no.abakus.tasks.console.executions.ExportResource;
import no.abakus.tasks.console.executions.FailuresResource;
import no.abakus.tasks.console.executions.TreeResource;
import no.abakus.tasks.console.letters.DeadLettersResource;
import no.abakus.tasks.console.metrics.MetricsResource;
import no.abakus.tasks.console.overview.OverviewResource;
import no.abakus.tasks.console.overview.SeriesResource;
import no.abakus.tasks.console.problem.BadQueries;
import no.abakus.tasks.console.problem.TaskProblems;
import no.abakus.tasks.console.security.SessionResource;
import no.abakus.tasks.console.views.ViewsResource;
import no.abakus.web.json.JsonBodies;
import no.abakus.web.problem.ProblemMapper;

/** Lists all classes of the API, so that no other class on the class path becomes part of it. */
@ApplicationPath("api")
public class ConsoleApi extends Application {

    @Override
    public Map<String, Object> getProperties() {
        return JsonBodies.ALONE;
    }

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                HealthResource.class,
                TasksResource.class,
                ResultsResource.class,
                WorkersResource.class,
                QueuesResource.class,
                ControlResource.class,
                DeadLettersResource.class,
                ExecutionsResource.class,
                ExportResource.class,
                TreeResource.class,
                FailuresResource.class,
                OverviewResource.class,
                SeriesResource.class,
                OpenApiResource.class,
                AuditResource.class,
                ViewsResource.class,
                BulkResource.class,
                RecordedChanges.class,
                BadQueries.class,
                SessionResource.class,
                MetricsResource.class,
                JsonBodies.class,
                ProblemMapper.class,
                TaskProblems.class);
    }
}
