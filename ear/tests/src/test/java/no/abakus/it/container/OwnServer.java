package no.abakus.it.container;

import java.nio.file.Path;
import java.time.Duration;
import no.abakus.it.server.Server;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/**
 * Runs Arquillian's tests inside a server that our own scripts have provisioned and started, a fresh one for each
 * deployment. Used for Payara; for WildFly Arquillian has its own adapter.
 */
public final class OwnServer implements DeployableContainer<NothingToConfigure> {

    private static final int PORT_OFFSET = 2200;
    private static final Duration DEPLOYMENT = Duration.ofMinutes(4);
    private static final String DEPLOYED = "tests was successfully deployed";

    /** Arquillian's name for the servlet in the tests' archive that it talks to. */
    private static final String RUNNER = "ArquillianServletRunnerEE9";

    private Server server;

    @Override
    public Class<NothingToConfigure> getConfigurationClass() {
        return NothingToConfigure.class;
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 6.0");
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        Path servers = Path.of(System.getProperty("abakus.servers"));
        Path file = servers.resolve(archive.getName().endsWith(".war") ? "tests.war" : "container.ear");
        Path lines = servers.resolve("arquillian.lines");
        servers.toFile().mkdirs();
        archive.as(ZipExporter.class).exportTo(file.toFile(), true);
        server = Server.fresh(
                "container",
                PORT_OFFSET,
                file,
                "-Dabakus.logging.output=both",
                "-Dabakus.logging.file=" + lines,
                "-Dabakus.tasks.worker.unknown-task-wait=PT0S",
                "-Dabakus.tests.http-port=" + Server.httpPort(PORT_OFFSET));
        try {
            start(archive.getName().endsWith(".war"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeploymentException("Interrupted while the server started", e);
        }
        HTTPContext http = new HTTPContext("127.0.0.1", Server.httpPort(PORT_OFFSET));
        http.add(new Servlet(RUNNER, "/tests"));
        return new ProtocolMetaData().addContext(http);
    }

    /** A WAR has no console to poll for readiness, so the test waits for Payara's own line. */
    private void start(boolean isWar) throws InterruptedException {
        if (!isWar) {
            server.start();
            return;
        }
        try {
            server.launch().lines().await("the deployment", DEPLOYMENT, line -> line.event()
                    .startsWith(DEPLOYED));
        } catch (AssertionError e) {
            server.close();
            throw e;
        }
    }

    @Override
    public void undeploy(Archive<?> archive) throws DeploymentException {
        try {
            server.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeploymentException("Interrupted while the server stopped", e);
        } finally {
            server.close();
        }
    }
}
