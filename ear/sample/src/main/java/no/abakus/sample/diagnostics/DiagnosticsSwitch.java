package no.abakus.sample.diagnostics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;

/**
 * Makes the diagnostics tasks beans, and so tasks, if they are switched on. Their class has no scope of its own, so
 * without this they are classes like any other, and no worker knows them.
 */
public class DiagnosticsSwitch implements Extension {

    private static final String KEY = "abakus.sample.diagnostics";
    private static final String VARIABLE = "ABAKUS_SAMPLE_DIAGNOSTICS";

    void addTasks(@Observes BeforeBeanDiscovery discovery) {
        if (Boolean.parseBoolean(System.getProperty(KEY, System.getenv(VARIABLE)))) {
            discovery
                    .addAnnotatedType(DiagnosticsTasks.class, DiagnosticsTasks.class.getName())
                    .add(ApplicationScoped.Literal.INSTANCE);
        }
    }
}
