package no.abakus.it.server;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Provides the one server shared by the tests that do not harm it. It is started for the first test and stopped after
 * the last.
 */
public final class SharedServer implements ParameterResolver {

    private static final int PORT_OFFSET = 1000;
    private static final Namespace NAMESPACE = Namespace.create(SharedServer.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Server.class;
    }

    @Override
    public Server resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Server.class, type -> started(), Server.class);
    }

    private static Server started() {
        try {
            return Server.fresh("shared", PORT_OFFSET).start();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the shared server started", e);
        }
    }
}
