package no.abakus.it.server;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Provides the one server shared by the tests that do not harm it. It is started for the first test and stopped after
 * the last.
 */
class SharedServer implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SharedServer.class);

    private final String name;
    private final int portOffset;

    SharedServer() {
        this("shared", 1000);
    }

    SharedServer(String name, int portOffset) {
        this.name = name;
        this.portOffset = portOffset;
    }

    @Override
    public final boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Server.class;
    }

    @Override
    public final Server resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(name, key -> started(), Server.class);
    }

    private Server started() {
        try {
            return Server.fresh(name, portOffset).start();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the server \"" + name + "\" started", e);
        }
    }
}
