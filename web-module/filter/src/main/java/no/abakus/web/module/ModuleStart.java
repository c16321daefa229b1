package no.abakus.web.module;

import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Raises a CDI event when a web module starts, on a thread that has the module's names, resources and loader. The event is that loader,
 * of type {@code ClassLoader} and qualified {@code @Named(ModuleStart.EVENT)}: nothing that an observer would need this jar for.
 */
public final class ModuleStart implements ServletContextListener {
    /** What the event is called. */
    public static final String EVENT = "no.abakus.web.module-started";

    private static final String BEAN_MANAGER = "java:comp/BeanManager";

    @Override
    @SuppressWarnings("BanJNDI") // the name is the platform's own
    public void contextInitialized(ServletContextEvent event) {
        BeanManager beans;
        try {
            beans = InitialContext.doLookup(BEAN_MANAGER);
        } catch (NamingException e) {
            // A module without beans has nobody to tell.
            return;
        }
        beans.getEvent()
                .select(ClassLoader.class, NamedLiteral.of(EVENT))
                .fire(event.getServletContext().getClassLoader());
    }
}
