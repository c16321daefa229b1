package no.abakus.it.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import no.abakus.launcher.ServerProcess;

/**
 * The server's classes as one JVM has parsed and verified them, in a file for the other JVMs of the run (class data
 * sharing). With it a WildFly starts with a quarter less processor time. The first server that starts writes the file;
 * servers that start before the file exists do without it. The JVM ignores a file that does not fit. Writing the file
 * takes longer than it saves for a few servers, so only a run that starts many servers writes it. Thread-safe.
 */
final class SharedClasses {

    /** The JVM names the classes that it leaves out, by default on stdout. */
    private static final String RECORDING =
            "-XX:+RecordDynamicDumpInfo -Xlog:disable -Xlog:all=warning,cds=off,cds+dynamic=off:stderr";

    private static final boolean MANY_SERVERS = Boolean.getBoolean("abakus.many-servers");

    private static final SharedClasses OF_WILDFLY = new SharedClasses(
            Path.of(System.getProperty("abakus.servers"), "wildfly.jsa").toAbsolutePath());

    private final Path file;
    private final AtomicBoolean recorded = new AtomicBoolean();
    private volatile boolean usable;

    private SharedClasses(Path file) {
        this.file = file;
    }

    /**
     * Returns what the next server of this product does with the file.
     *
     * @param mayRecord whether the caller will report that it has {@link Use#started}
     */
    static Use next(Product product, boolean mayRecord) {
        // On Payara an agent changes classes while they are loaded, so there would be little to share.
        return product == Product.WILDFLY ? OF_WILDFLY.next(mayRecord) : new Use("", null);
    }

    private Use next(boolean mayRecord) {
        if (usable) {
            return new Use("-XX:SharedArchiveFile=" + file, null);
        }
        return MANY_SERVERS && mayRecord && recorded.compareAndSet(false, true)
                ? new Use(RECORDING, this)
                : new Use("", null);
    }

    /**
     * How one server uses the file.
     *
     * @param options for its JVM
     * @param recording the file to which it writes its classes; null if it writes none
     */
    record Use(String options, SharedClasses recording) {

        /** Reports that the server has loaded all the classes that a server needs. */
        void started(ServerProcess server) throws InterruptedException {
            if (recording != null) {
                recording.write(server.id());
            }
        }
    }

    private void write(long process) throws InterruptedException {
        try {
            Files.deleteIfExists(file);
            Process jcmd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(process),
                            "VM.cds",
                            "dynamic_dump",
                            file.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            usable = jcmd.waitFor() == 0 && Files.exists(file);
            if (!usable) {
                System.err.println("Servers start without shared classes: " + said);
            }
        } catch (IOException e) {
            System.err.println("Servers start without shared classes: " + e);
        }
    }
}
