package no.abakus.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Payara's run.sh does with a domain's folder before a server starts. */
class PayaraBaseTest {

    @Test
    void the_domain_that_others_are_made_of_is_not_emptied(@TempDir Path folder) throws Exception {
        Path home = folder.resolve("with blanks");
        Path config = Files.createDirectories(home.resolve("glassfish/domains/domain1/config"));
        Path asadmin = Files.writeString(
                Files.createDirectories(home.resolve("bin")).resolve("asadmin"), "#!/bin/sh\nexit 0\n");
        Files.setPosixFilePermissions(asadmin, PosixFilePermissions.fromString("rwx------"));
        Path domain = Files.writeString(config.resolve("domain.xml"), "<domain>\n<application name=\"other\" />\n");
        Path archive = Files.writeString(folder.resolve("new.war"), "");

        Process run = new ProcessBuilder(
                        "bash", "../payara/run.sh", "--home", home.toString(), "--only", "--deploy", archive.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(run.waitFor()).as(output).isEqualTo(2);
        assertThat(output).contains("--only would remove applications of", "Nothing was changed");
        assertThat(domain).content().contains("name=\"other\"");
    }
}
