package no.abakus.bench.drills;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.abakus.bench.Settings;

/** A copy of the build's Payara that is provisioned as a node of several. The build's own is a single server. */
final class SharedPayara {

    private static final String LOGGING = "glassfish/domains/domain1/lib/ext/abakus-logging.jar";

    private SharedPayara() {}

    /** Creates the copy in this folder, and returns its home. */
    static Path in(Path folder, Settings settings) throws IOException, InterruptedException {
        Path home = folder.resolve("payara");
        Path logging = folder.resolve("abakus-logging.jar");
        String scripts = settings.project().resolve("server-config/payara").toString();
        Files.createDirectories(folder);
        run("cp", "-R", settings.home().toString(), home.toString());
        Files.copy(home.resolve(LOGGING), logging);
        run("bash", scripts + "/unprovision.sh", home.toString());
        run(
                "bash",
                scripts + "/provision.sh",
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
