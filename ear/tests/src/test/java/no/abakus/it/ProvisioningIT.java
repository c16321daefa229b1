package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts on a WildFly that is somebody's own: they may run twice, and what they did can be taken back. */
final class ProvisioningIT {

    @TempDir
    private static Path folder;

    private static Path home;
    private static Path jar;

    /** One for all tests, for each leaves it provisioned. */
    @BeforeAll
    static void a_wildfly_of_the_users_own() throws Exception {
        home = folder.resolve("wildfly");
        run("cp", "-R", Server.home().toString(), home.toString());
        jar = Files.copy(
                home.resolve("modules/no/abakus/logging/main/abakus-logging.jar"), folder.resolve("logging.jar"));
    }

    @Test
    void removal_leaves_nothing_behind_and_installing_again_gives_the_same_server() throws Exception {
        String installed = Files.readString(configuration());
        script("unprovision.sh", home.toString());

        assertThat(Files.readString(configuration())).doesNotContainIgnoringCase("abakus");
        assertThat(Files.readString(home.resolve("standalone/configuration/logging.properties")))
                .doesNotContain("no.abakus");
        assertThat(home.resolve("modules/no/abakus")).doesNotExist();

        script("provision.sh", home.toString(), jar.toString());

        assertThat(Files.readString(configuration())).isEqualTo(installed);
    }

    @Test
    void running_the_scripts_twice_changes_nothing() throws Exception {
        String installed = Files.readString(configuration());
        Files.delete(home.resolve(".abakus-provisioned"));

        script("provision.sh", home.toString(), jar.toString());

        assertThat(Files.readString(configuration())).isEqualTo(installed);
    }

    @Test
    void what_is_up_to_date_is_not_touched() throws Exception {
        Path provisionedFrom = Server.home().resolve("modules/no/abakus/logging/main/abakus-logging.jar");

        assertThat(script("provision.sh", home.toString(), provisionedFrom.toString()))
                .contains("up to date");
    }

    private static Path configuration() {
        return home.resolve("standalone/configuration/standalone-full.xml");
    }

    private static String script(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("bash", Server.scripts().resolve(name).toString()));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
