package no.abakus.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Copies the build's Payara and provisions the copy as a node of a cluster, because the build's own is a single server.
 */
public final class SharedPayara {

    private static final String LOGGING = "glassfish/domains/domain1/lib/ext/abakus-logging.jar";

    private SharedPayara() {}

    /**
     * Creates the copy in this folder, and returns its home.
     *
     * @param scripts the folder {@code server-config} of the project
     * @param payara the provisioned Payara; it stays as it is
     */
    public static Path in(Path folder, Path scripts, Path payara) throws IOException, InterruptedException {
        Path home = folder.resolve("payara");
        Path logging = folder.resolve("abakus-logging.jar");
        String ofPayara = scripts.resolve("payara").toString();
        Files.createDirectories(folder);
        run("cp", "-R", payara.toString(), home.toString());
        Files.copy(home.resolve(LOGGING), logging);
        run("bash", ofPayara + "/unprovision.sh", home.toString());
        run(
                "bash",
                ofPayara + "/provision.sh",
                home.toString(),
                logging.toString(),
                "logging",
                "cluster",
                "shared-default-database",
                "doors");
        return home;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(List.of(command) + " failed: " + output);
        }
    }
}
