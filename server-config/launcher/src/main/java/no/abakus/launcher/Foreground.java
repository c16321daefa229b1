package no.abakus.launcher;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Runs a command as if the command were this JVM: the command writes to the same stdout and stderr, gets this JVM's
 * {@code abakus.…} system properties as arguments, and neither process outlives the other.
 *
 * <ul>
 * <li>When the command ends, this JVM ends with the same exit code. Two codes are exceptions, because a task caused
 *     them: 3 means that a task used up the server's memory, and 4 means that a task called {@code System.exit}. After
 *     these codes, the command is started again. The task may run a few more times before the server sets the task
 *     aside, so the command may be started repeatedly. If the command has run for less than a minute ten times in a
 *     row, this JVM gives up and ends with the command's last exit code.
 * <li>When this JVM is told to stop (Ctrl-C, SIGTERM), it tells the command to stop and waits until the command has
 *     ended, so that ports and files are free afterwards.
 * <li>When this JVM is killed, the command's stdin ends. Nothing is ever written to that stdin. The command must watch
 *     its stdin and stop when the stdin ends.
 * </ul>
 */
public final class Foreground {

    /**
     * How long the command may take to stop. After that, it is killed. A server waits for its running tasks when it
     * stops.
     */
    private static final long PATIENCE_SECONDS = 120;

    /**
     * The exit codes of a JVM that ran out of memory with ExitOnOutOfMemoryError, and of a JVM in which a task called
     * {@code System.exit}.
     */
    private static final Set<Integer> BY_A_TASK = Set.of(3, 4);

    private static final int SHORT_LIVES = 10;
    private static final long SHORT_LIFE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final ProcessBuilder command;
    private Process process;
    private boolean stopping;

    private Foreground(ProcessBuilder command) {
        this.command = command;
    }

    /**
     * Runs the command and does not return, because the JVM ends with the command's exit code.
     *
     * @param command the program and its arguments
     * @throws IOException if the program cannot be started
     * @throws InterruptedException if the thread is interrupted while the command runs; the command is stopped when the
     *     JVM ends
     */
    public static void main(String... command) throws IOException, InterruptedException {
        Foreground foreground = new Foreground(new ProcessBuilder(withProperties(command, System.getProperties()))
                .redirectOutput(Redirect.INHERIT)
                .redirectError(Redirect.INHERIT));
        // Added before the start, because otherwise a signal in between would leave the command running on its own.
        Runtime.getRuntime().addShutdownHook(new Thread(foreground::stop, "stop-server"));
        System.exit(foreground.run());
    }

    private int run() throws IOException, InterruptedException {
        int shortLives = 0;
        while (true) {
            long started = System.nanoTime();
            int code = start().waitFor();
            shortLives = System.nanoTime() - started < SHORT_LIFE_NANOS ? shortLives + 1 : 0;
            if (!BY_A_TASK.contains(code) || shortLives == SHORT_LIVES || isStopping()) {
                return code;
            }
        }
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    static List<String> withProperties(String[] command, Properties properties) {
        List<String> arguments = new ArrayList<>(List.of(command));
        properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith("abakus."))
                .sorted()
                .forEach(name -> arguments.add("-D" + name + "=" + properties.getProperty(name)));
        return arguments;
    }

    private synchronized Process start() throws IOException {
        if (stopping) {
            throw new IOException("Not started, because this JVM is being stopped.");
        }
        process = command.start();
        return process;
    }

    private synchronized void stop() {
        stopping = true;
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }
}
