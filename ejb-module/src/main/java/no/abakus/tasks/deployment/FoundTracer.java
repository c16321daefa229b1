package no.abakus.tasks.deployment;

import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import no.abakus.tasks.config.StartupProblems;
import no.abakus.tasks.spi.TaskTracer;
import no.abakus.tasks.tracing.Tracing;

/** Finds the application's tracer in any module, because {@code abakus-opentelemetry} is usually in a WAR. */
final class FoundTracer {

    private FoundTracer() {}

    /**
     * Returns tracing with the tracer among these beans. If there is none, tracing is off. Several tracers are reported
     * as a problem. A tracer that is in two WARs, because both contain the same jar, counts once.
     */
    static Tracing among(Collection<Bean<?>> beans, BeanManager manager, StartupProblems problems) {
        List<Bean<?>> tracers = beans.stream()
                .filter(bean -> bean.getTypes().contains(TaskTracer.class))
                .sorted(Comparator.comparing(FoundTracer::name))
                .toList();
        List<String> names = tracers.stream().map(FoundTracer::name).distinct().toList();
        if (names.isEmpty()) {
            return Tracing.OFF;
        }
        if (names.size() > 1) {
            problems.add("The application has the tracers " + names + ", but can have only one; remove the others.");
            return Tracing.OFF;
        }
        Bean<?> tracer = tracers.get(0);
        return Tracing.with(
                (TaskTracer) manager.getReference(tracer, TaskTracer.class, manager.createCreationalContext(tracer)));
    }

    private static String name(Bean<?> bean) {
        return bean.getBeanClass().getName();
    }
}
