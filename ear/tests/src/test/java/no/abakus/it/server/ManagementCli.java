package no.abakus.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** WildFly's own command line, connected to a running server. */
public final class ManagementCli {

    private static final int PATIENCE_SECONDS = 60;

    private final Server server;

    public ManagementCli(Server server) {
        this.server = server;
    }

    /** Runs a command, which must succeed, and returns its output. */
    public String run(String command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        "bash",
                        Product.WILDFLY.home().resolve("bin/jboss-cli.sh").toString(),
                        "--connect",
                        "--controller=127.0.0.1:" + server.managementPort(),
                        command)
                .redirectErrorStream(true);
        builder.environment().put("JAVA_OPTS", Server.SHORT_LIFE);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
