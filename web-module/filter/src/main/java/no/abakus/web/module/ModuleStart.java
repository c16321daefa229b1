package no.abakus.web.module;

import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Fires a CDI event when a web module starts, on a thread that has the module's names, resources and class loader. The
 * event object is that class loader, of type {@code ClassLoader} and qualified {@code @Named(ModuleStart.EVENT)}. So an
 * observer does not need this jar.
 */
public final class ModuleStart implements ServletContextListener {
    /** The name of the event. */
    public static final String EVENT = "no.abakus.web.module-started";

    private static final String BEAN_MANAGER = "java:comp/BeanManager";

    @Override
    @SuppressWarnings("BanJNDI") // the name is the platform's own
    public void contextInitialized(ServletContextEvent event) {
        BeanManager beans;
        try {
            beans = InitialContext.doLookup(BEAN_MANAGER);
        } catch (NamingException e) {
            // A module without beans has no observers.
            return;
        }
        beans.getEvent()
                .select(ClassLoader.class, NamedLiteral.of(EVENT))
                .fire(event.getServletContext().getClassLoader());
    }
}
