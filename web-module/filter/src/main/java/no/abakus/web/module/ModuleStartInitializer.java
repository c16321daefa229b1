package no.abakus.web.module;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.Set;

/** Registers {@link ModuleStart} in every web module that sees this jar, so no declaration is needed. */
public final class ModuleStartInitializer implements ServletContainerInitializer {
    /** Registers the listener. The container calls this once for each web application and jar. */
    @Override
    public void onStartup(Set<Class<?>> classes, ServletContext context) {
        context.addListener(new ModuleStart());
    }
}
