package no.abakus.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A server that the build has started, until its end. */
public final class ServerProcess implements AutoCloseable {

    private static final long BETWEEN_LOOKS_MILLIS = 200;

    private final Process process;

    /** A condition that the caller of a server waits for. */
    @FunctionalInterface
    public interface Condition {
        boolean isMet() throws IOException, InterruptedException;
    }

    ServerProcess(Process process) {
        this.process = process;
    }

    /** Returns its stdout. Reading it is up to the caller: a full pipe stops the server. */
    public InputStream stdout() {
        return process.getInputStream();
    }

    /** Returns the id of its process. The script replaces itself by the JVM. */
    public long id() {
        return process.pid();
    }

    /** Returns whether its process exists. */
    public boolean isRunning() {
        return process.isAlive();
    }

    /**
     * Waits until the condition is true.
     *
     * @param what the condition in words, for the message
     * @throws IllegalStateException if the server ends first, or if it takes longer than this
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
     * Waits until it ends of its own accord, and returns its exit code.
     *
     * @throws IllegalStateException if it takes longer than this
     */
    public int awaitExit(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("The server did not end within " + patience);
        }
        return process.exitValue();
    }

    /** Kills it, as if the machine had crashed, and returns when it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /**
     * Stops it and returns when it has ended. If that takes longer than this, it is killed.
     *
     * @return whether it has stopped of its own accord
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

    /** Kills it if it still runs, and does not wait. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
