package no.abakus.it.server;

import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import org.assertj.core.api.Assertions;

/**
 * WildFly's own command line, connected to a running server. It is the server's {@code jboss-cli-client.jar} inside this
 * JVM, because a JVM for each command takes seconds of processor time.
 */
public final class ManagementCli {

    private static final String CLI = "org.jboss.as.cli.scriptsupport.CLI";

    private final int port;

    public ManagementCli(Server server) {
        this(server.managementPort());
    }

    private ManagementCli(int port) {
        this.port = port;
    }

    /** Returns the command line for a server that {@link Server} has not started. */
    public static ManagementCli at(int managementPort) {
        return new ManagementCli(managementPort);
    }

    /** Runs a command, which must succeed, and returns its output. */
    public String run(String command) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Loaded.CLIENT);
        try {
            Object cli = Loaded.CLIENT.loadClass(CLI).getMethod("newInstance").invoke(null);
            cli.getClass()
                    .getMethod("connect", String.class, int.class, String.class, char[].class)
                    .invoke(cli, "127.0.0.1", port, null, null);
            try {
                Object result = cli.getClass().getMethod("cmd", String.class).invoke(cli, command);
                String output = String.valueOf(get(result, "getResponse"));
                Assertions.assertThat(get(result, "isSuccess")).as(output).isEqualTo(true);
                return output;
            } finally {
                cli.getClass().getMethod("terminate").invoke(cli);
            }
        } catch (InvocationTargetException e) {
            throw new AssertionError("The command '" + command + "' failed on port " + port, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("This WildFly has another command line than the tests expect", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Object get(Object result, String getter) throws ReflectiveOperationException {
        return result.getClass().getMethod(getter).invoke(result);
    }

    /** The server's client, without the tests' classes. */
    private static final class Loaded {

        static final ClassLoader CLIENT = new URLClassLoader(new URL[] {jar()}, ClassLoader.getPlatformClassLoader());

        private static URL jar() {
            try {
                return Product.WILDFLY
                        .home()
                        .resolve("bin/client/jboss-cli-client.jar")
                        .toUri()
                        .toURL();
            } catch (MalformedURLException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
