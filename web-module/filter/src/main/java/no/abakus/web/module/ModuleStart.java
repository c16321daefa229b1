package no.abakus.web.module;

import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Fires a CDI event when a web module starts. The event's observers run on a thread that can use the module's JNDI
 * names, resources and class loader. The event object is the module's {@code ClassLoader}. The event's qualifier is
 * {@code @Named} with the value of {@link #EVENT}. So an observer that writes this value as a literal does not need
 * this jar.
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
            // Without CDI there are no observers.
            return;
        }
        beans.getEvent()
                .select(ClassLoader.class, NamedLiteral.of(EVENT))
                .fire(event.getServletContext().getClassLoader());
    }
}
