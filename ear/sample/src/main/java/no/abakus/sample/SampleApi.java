package no.abakus.sample;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import no.abakus.sample.diagnostics.LedgerResource;
import no.abakus.sample.login.WebkomFilter;
import no.abakus.sample.registrations.EventsResource;
import no.abakus.sample.registrations.RegistrationsResource;
import no.abakus.web.json.JsonBodies;
import no.abakus.web.problem.ProblemMapper;

/** Lists the classes of the API. */
@ApplicationPath("api")
public class SampleApi extends Application {

    @Override
    public Map<String, Object> getProperties() {
        return JsonBodies.ALONE;
    }

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                EventsResource.class,
                RegistrationsResource.class,
                LedgerResource.class,
                WebkomFilter.class,
                JsonBodies.class,
                ProblemMapper.class,
                TaskRefusals.class);
    }
}
