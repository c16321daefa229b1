package no.abakus.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A user of WildFly's application realm. WildFly's broker accepts the same user.
 *
 * @param role the user's only role
 */
public record ApplicationUser(String name, String password, String role) {

    /**
     * Adds the user to a server, as an operator would. A running server does not need a restart.
     *
     * @param home the provisioned server, with its scripts
     * @param configuration the folder with the server's own configuration
     */
    public void addTo(Path home, Path configuration) throws IOException, InterruptedException {
        Process tool = new ProcessBuilder(
                        "bash",
                        home.resolve("bin/add-user.sh").toString(),
                        "--silent",
                        "-a",
                        "-u",
                        name,
                        "-p",
                        password,
                        "-g",
                        role,
                        "-sc",
                        configuration.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (tool.waitFor() != 0) {
            throw new IOException("The user " + name + " could not be added: " + output);
        }
    }

    /** Returns the user without the password. */
    @Override
    public String toString() {
        return name + " (" + role + ")";
    }
}
