package no.abakus.tasks.testing;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Implements {@link EnableAbakus}: gives a test a workbench, as {@link WorkbenchExtension} does, and a CDI container
 * that uses the workbench.
 */
final class CdiExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(CdiExtension.class);

    /** Hides the container from JUnit, which would close it only after the workbench. */
    private record Running(SeContainer container) {}

    private final WorkbenchExtension kit = new WorkbenchExtension();

    @Override
    public void beforeEach(ExtensionContext context) {
        kit.beforeEach(context);
        EnableAbakus said = annotation(context.getRequiredTestClass());
        Workbench bench = WorkbenchExtension.bench(context);
        for (String queue : said.queues()) {
            bench.queue(queue);
        }
        for (String setting : said.settings()) {
            set(bench, setting);
        }
        SeContainer container = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(new WorkbenchBeans(bench))
                .addBeanClasses(said.value())
                .initialize();
        context.getStore(NAMESPACE).put(Running.class, new Running(container));
        context.getRequiredTestInstances().getAllInstances().forEach(test -> inject(container.getBeanManager(), test));
    }

    private static void set(Workbench bench, String setting) {
        int equals = setting.indexOf('=');
        if (equals <= 0) {
            throw new IllegalArgumentException(
                    "The setting '" + setting + "' of @EnableAbakus is not of the form key=value");
        }
        bench.set(setting.substring(0, equals), setting.substring(equals + 1));
    }

    /** Returns the annotation of the class, or of the class around a nested class. */
    private static EnableAbakus annotation(Class<?> test) {
        for (Class<?> type = test; type != null; type = type.getEnclosingClass()) {
            Optional<EnableAbakus> found = AnnotationSupport.findAnnotation(type, EnableAbakus.class);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new IllegalStateException(
                test.getName() + " has this extension without @EnableAbakus, which names the beans");
    }

    private static <T> void inject(BeanManager manager, T test) {
        @SuppressWarnings("unchecked")
        Class<T> type = (Class<T>) test.getClass();
        CreationalContext<T> context = manager.createCreationalContext(null);
        manager.getInjectionTargetFactory(manager.createAnnotatedType(type))
                .createInjectionTarget(null)
                .inject(test, context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        // The container is absent if it did not start.
        Running running = context.getStore(NAMESPACE).remove(Running.class, Running.class);
        try {
            if (running != null) {
                running.container().close();
            }
        } finally {
            kit.afterEach(context);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return kit.supportsParameter(parameter, context);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return kit.resolveParameter(parameter, context);
    }
}
