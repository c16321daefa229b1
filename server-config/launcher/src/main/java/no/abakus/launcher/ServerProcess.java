package no.abakus.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A server that the build has started. */
public final class ServerProcess implements AutoCloseable {

    private static final long BETWEEN_LOOKS_MILLIS = 200;

    private final Process process;

    /** A condition to wait for. */
    @FunctionalInterface
    public interface Condition {
        boolean isMet() throws IOException, InterruptedException;
    }

    ServerProcess(Process process) {
        this.process = process;
    }

    /** Returns the server's stdout. The caller must read it, because a full pipe stops the server. */
    public InputStream stdout() {
        return process.getInputStream();
    }

    /**
     * Returns the id of the server's process. This process is the JVM, because the script replaces itself with the JVM.
     */
    public long id() {
        return process.pid();
    }

    /** Returns whether the server's process exists. */
    public boolean isRunning() {
        return process.isAlive();
    }

    /**
     * Waits until the condition is true.
     *
     * @param what the condition in words, for the message
     * @throws IllegalStateException if the server ends first, or if the condition is not met in time
     */
    public void await(String what, Duration patience, Condition condition) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (!condition.isMet()) {
            if (process.waitFor(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("The server ended with code " + process.exitValue()
                        + " before this condition was met: " + what);
            }
            if (System.nanoTime() - begun > patience.toNanos()) {
                throw new IllegalStateException("After " + patience + " this condition is not met: " + what);
            }
        }
    }

    /**
     * Waits until the server ends of its own accord, and returns its exit code.
     *
     * @throws IllegalStateException if the server does not end in time
     */
    public int awaitExit(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("The server did not end within " + patience);
        }
        return process.exitValue();
    }

    /** Kills the server, as if the machine had crashed, and returns when the server is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /**
     * Sends a signal to the server.
     *
     * @param signal the signal's name, such as {@code STOP}
     */
    public void signal(String signal) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("bash", "-c", "kill -s \"$0\" \"$1\"", signal, Long.toString(id()))
                .redirectErrorStream(true)
                .start();
        String output = new String(kill.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (kill.waitFor() != 0) {
            throw new IOException("The signal " + signal + " could not be sent: " + output);
        }
    }

    /**
     * Stops the server and returns when it has ended. Kills the server if that takes too long.
     *
     * @return whether it stopped without being killed
     */
    public boolean stop(Duration patience) throws InterruptedException {
        // Not Process.destroy, which would close stdout before the server has printed its last lines.
        process.toHandle().destroy();
        if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return true;
        }
        kill();
        return false;
    }

    /** Kills the server if it is still running, and does not wait. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
