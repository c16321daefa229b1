package no.abakus.it.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A command line tool of a server. */
final class Tool {

    private Tool() {}

    /** Runs the tool, which must succeed. */
    static void run(String... command) throws IOException, InterruptedException {
        Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (tool.waitFor() != 0) {
            throw new AssertionError(String.join(" ", command) + " failed: " + output);
        }
    }
}
