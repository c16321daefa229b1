package no.abakus.tasks.module;

import java.net.URL;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import no.abakus.tasks.port.DeliveryHandler;
import no.abakus.tasks.spi.HealthProbe;

/** The web modules that contain tasks. Thread-safe. */
public final class TaskModules {

    /**
     * The name of the event in which a web module announces that it has started. The event carries the module's class
     * loader.
     */
    public static final String STARTED = "no.abakus.web.module-started";

    /**
     * The class with which a module announces its start. It is in the same jar as the web filter. Deliveries do not
     * wait for a module without this class.
     */
    private static final String SAYS_SO = "no/abakus/web/module/ModuleStart.class";

    private static final String WEB_CLASSES = "/WEB-INF/";

    private final Map<ClassLoader, TaskModule> web;

    private TaskModules(Map<ClassLoader, TaskModule> web) {
        this.web = web;
    }

    /** Finds the modules of the beans that have tasks. */
    public static TaskModules of(Collection<? extends Class<?>> taskClasses) {
        Map<ClassLoader, TaskModule> web = new LinkedHashMap<>();
        for (Class<?> type : taskClasses) {
            ClassLoader loader = type.getClassLoader();
            URL place =
                    loader == null ? null : loader.getResource(type.getName().replace('.', '/') + ".class");
            if (loader != TaskModules.class.getClassLoader()
                    && place != null
                    && place.getPath().contains(WEB_CLASSES)
                    && loader.getResource(SAYS_SO) != null) {
                String path = place.getPath().substring(0, place.getPath().indexOf(WEB_CLASSES));
                web.computeIfAbsent(loader, added -> TaskModule.web(path.substring(path.lastIndexOf('/') + 1), loader));
            }
        }
        return new TaskModules(web);
    }

    /** Returns the module of a class with tasks. */
    public TaskModule of(Class<?> taskClass) {
        return web.getOrDefault(taskClass.getClassLoader(), TaskModule.OWN);
    }

    /**
     * Notes that a web module has started. Call this on a thread of the module.
     *
     * @param loader the module's class loader
     * @param capture captures the context of the calling thread, for one other thread at a time
     */
    public void started(ClassLoader loader, Supplier<Executor> capture) {
        TaskModule module = web.get(loader);
        if (module != null) {
            module.started(capture);
        }
    }

    /**
     * Returns a probe that checks whether the modules have started. On a server whose listeners start first, tasks wait
     * until then.
     */
    public HealthProbe probe() {
        return new ModulesProbe(this);
    }

    /**
     * Returns a handler that passes deliveries on to this handler after the modules have started.
     *
     * @param patience how long to wait for each module; after that, deliveries go on without the missing modules
     */
    public DeliveryHandler delaying(DeliveryHandler handler, Duration patience) {
        return new AfterStart(web.values(), patience, handler);
    }

    Collection<TaskModule> all() {
        return web.values();
    }
}
