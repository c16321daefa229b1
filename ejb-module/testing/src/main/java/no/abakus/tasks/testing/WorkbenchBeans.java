package no.abakus.tasks.testing;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import java.util.ArrayList;
import java.util.List;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.registry.MarkedMethods;

/**
 * Connects a test's CDI container, for example Weld SE, to a {@link Workbench}. Beans can inject {@link Tasks} and
 * {@link TaskRequest}, the tasks of all beans are registered, and the beans' interceptors apply as on a server.
 *
 * <pre>{@code
 * SeContainerInitializer.newInstance()
 *         .disableDiscovery()
 *         .addExtensions(new WorkbenchBeans(bench))
 *         .addBeanClasses(Mailer.class, Members.class)
 *         .initialize();
 * }</pre>
 *
 * <p>Discovery must be disabled, because it would also find the beans of Abakus itself, which need a server.
 */
public class WorkbenchBeans implements Extension {

    private final Workbench bench;
    private final List<Bean<?>> taskBeans = new ArrayList<>();

    /** Creates the beans of this workbench. The workbench must not have sent or run a task yet. */
    public WorkbenchBeans(Workbench bench) {
        this.bench = bench;
    }

    void collect(@Observes ProcessManagedBean<?> event) {
        if (!MarkedMethods.of(event.getBean().getBeanClass()).isEmpty()) {
            taskBeans.add(event.getBean());
        }
    }

    void offer(@Observes AfterBeanDiscovery event) {
        event.<Tasks>addBean().types(Tasks.class).createWith(context -> bench.tasks());
        event.<TaskRequest>addBean().types(TaskRequest.class).createWith(context -> bench.request());
    }

    void register(@Observes AfterDeploymentValidation event, BeanManager manager) {
        taskBeans.forEach(bean -> register(bean, manager));
    }

    private <T> void register(Bean<T> bean, BeanManager manager) {
        @SuppressWarnings("unchecked")
        Class<T> type = (Class<T>) bean.getBeanClass();
        CreationalContext<T> context = manager.createCreationalContext(bean);
        bench.register(type, type.cast(manager.getReference(bean, type, context)));
    }
}
