package no.abakus.logging.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.Set;

/**
 * Puts {@link LogContextFilter} in front of all filters and servlets of a web application. The container finds this
 * initializer automatically in WEB-INF/lib and, for all WARs, in an EAR's library folder, so no declaration is needed.
 */
public final class LogContextInitializer implements ServletContainerInitializer {
    static final String FILTER_NAME = "no.abakus.logging.web";

    /** Registers the filter. The container calls this once for each web application and jar. */
    @Override
    public void onStartup(Set<Class<?>> classes, ServletContext context) {
        FilterRegistration.Dynamic registration = context.addFilter(FILTER_NAME, new LogContextFilter());
        // Null means that the name is taken, because the jar is in both the EAR's library folder and WEB-INF/lib. One
        // filter is enough.
        if (registration != null) {
            registration.setAsyncSupported(true);
            registration.addMappingForUrlPatterns(
                    EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR), false, "/*");
        }
    }
}
