package no.abakus.it.container;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Lists everything this API consists of. */
@ApplicationPath("api")
public class ElsewhereApi extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(Elsewhere.class);
    }
}
