package no.abakus.launcher;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts a server for the build through the {@code run.sh} of WildFly or Payara, with its own folder and ports. The
 * server's stdout goes to {@link ServerProcess#stdout} unless {@link #output} names a file. Its stderr goes to the same
 * place unless {@link #errors} names a file. Not thread-safe.
 */
public final class ServerStart {

    /** Runs the command that follows as a process group of its own, if the system has {@code setsid}. */
    private static final List<String> IN_OWN_GROUP =
            List.of("bash", "-c", "command -v setsid > /dev/null && exec setsid \"$@\"; exec \"$@\"", "own-group");

    private final List<String> command;
    private final ProcessBuilder builder = new ProcessBuilder().redirectErrorStream(true);
    private boolean isAwayFromTerminal;

    private ServerStart(List<String> command) {
        this.command = command;
    }

    /** Prepares the start of something other than an application server, such as a broker. */
    public static ServerStart command(List<String> command) {
        return new ServerStart(new ArrayList<>(command));
    }

    /**
     * Prepares the start of an application server, without further options.
     *
     * @param script the product's {@code run.sh}
     * @param home the provisioned server, which stays as it is
     * @param base the server's own folder
     * @param portOffset the number added to all ports of the server
     */
    public static ServerStart of(Path script, Path home, Path base, int portOffset) {
        return new ServerStart(new ArrayList<>(List.of(
                "bash",
                script.toString(),
                "--home",
                home.toString(),
                "--base",
                base.toString(),
                "--port-offset",
                Integer.toString(portOffset))));
    }

    /** Deploys this archive as well. */
    public ServerStart deploy(Path archive) {
        return options(List.of("--deploy", archive.toString()));
    }

    /** Adds options of the script, or properties such as {@code -Dname=value}. */
    public ServerStart options(List<String> more) {
        command.addAll(more);
        return this;
    }

    /** Sets variables of the server's environment. */
    public ServerStart environment(Map<String, String> variables) {
        builder.environment().putAll(variables);
        return this;
    }

    /** Sets a variable of the server's environment, unless the variable is already set. */
    public ServerStart unlessSet(String variable, String value) {
        builder.environment().putIfAbsent(variable, value);
        return this;
    }

    /** Sets where the server's stdout goes. */
    public ServerStart output(Redirect where) {
        builder.redirectOutput(where);
        return this;
    }

    /** Sets where the server's stderr goes. The script and the JVM print to stderr. */
    public ServerStart errors(Redirect where) {
        builder.redirectErrorStream(false).redirectError(where);
        return this;
    }

    /**
     * Keeps Ctrl-C in the terminal from reaching the server, because this JVM stops the server itself. Otherwise, the
     * terminal would stop all servers at the same time, although some servers need others while they stop.
     */
    public ServerStart awayFromTerminal() {
        isAwayFromTerminal = true;
        return this;
    }

    /** Starts the server and returns immediately. */
    public ServerProcess start() throws IOException {
        List<String> whole = new ArrayList<>();
        if (isAwayFromTerminal) {
            whole.addAll(IN_OWN_GROUP);
        }
        whole.addAll(command);
        return new ServerProcess(builder.command(whole).start());
    }
}
