package no.abakus.sample.diagnostics;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Vetoed;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Adds the diagnostics tasks to the application if {@code abakus.sample.diagnostics} is {@code true}. Their classes are
 * vetoed, so without this class they are not beans and are not discovered. They have a scope nevertheless. Without one,
 * Payara would not count them as bean classes of this module, and they would not see the beans of the other modules.
 */
public class DiagnosticsSwitch implements Extension {

    /** The name of the system property. */
    static final String PROPERTY = "abakus.sample.diagnostics";

    static final String VARIABLE = "ABAKUS_SAMPLE_DIAGNOSTICS";

    void addTasks(@Observes BeforeBeanDiscovery discovery) {
        if (isOn(System::getProperty, System::getenv)) {
            for (Class<?> tasks : List.of(Diagnostics.class, BadEnds.class)) {
                discovery
                        .addAnnotatedType(tasks, tasks.getName())
                        .remove(annotation -> annotation.annotationType() == Vetoed.class);
            }
        }
    }

    static boolean isOn(UnaryOperator<String> properties, UnaryOperator<String> environment) {
        String said = properties.apply(PROPERTY);
        return Boolean.parseBoolean(said != null ? said : environment.apply(VARIABLE));
    }
}
