package no.abakus.it.server;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Provides the one server shared by the tests that kill it and start it again. Each start is the end of one test and
 * the beginning of the next, because such tests spend most of their time on starts.
 */
public final class KilledServer implements ParameterResolver {

    private static final int PORT_OFFSET = 1100;
    private static final Namespace NAMESPACE = Namespace.create(KilledServer.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Server.class;
    }

    @Override
    public Server resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Server server = context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Server.class, type -> Server.fresh("killed", PORT_OFFSET), Server.class);
        if (!server.isRunning()) {
            try {
                server.start();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while the server started", e);
            }
        }
        return server;
    }
}
