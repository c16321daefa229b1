package no.abakus.it.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The switches that skip tests work with this project's own configuration of the integration tests. They are tried on a
 * test that always fails, because it would take too long to build with all tests.
 */
@Tag("by-hand")
final class BuildSwitchesIT {

    private static final Pattern EXECUTIONS = Pattern.compile(
            "<artifactId>maven-failsafe-plugin</artifactId>.*?(<executions>.*?</executions>)", Pattern.DOTALL);

    @TempDir
    private static Path folder;

    private static OfflineMaven maven;
    private static Path project;

    @BeforeAll
    static void aTestThatAlwaysFails() throws Exception {
        maven = OfflineMaven.in(folder.resolve("maven"));
        project = Files.createDirectories(folder.resolve("project"));
        Path root = Path.of(System.getProperty("abakus.project"));
        Matcher executions = EXECUTIONS.matcher(Files.readString(root.resolve("ear/tests/pom.xml")));
        assertThat(executions.find()).isTrue();
        Guide.put(
                project.resolve("pom.xml"),
                """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <parent>
                    <groupId>no.abakus</groupId>
                    <artifactId>abakus-parent</artifactId>
                    <version>0.1.0-SNAPSHOT</version>
                    <relativePath/>
                  </parent>
                  <artifactId>switches</artifactId>
                  <properties>
                    <spotless.check.skip>true</spotless.check.skip>
                    <abakus.skip.wildfly>false</abakus.skip.wildfly>
                  </properties>
                  <build>
                    <plugins>
                      <plugin>
                        <groupId>org.apache.maven.plugins</groupId>
                        <artifactId>maven-failsafe-plugin</artifactId>
                        %s
                      </plugin>
                    </plugins>
                  </build>
                </project>
                """
                        .formatted(executions.group(1)));
        Files.createDirectories(project.resolve(".mvn"));
        Files.copy(root.resolve(".mvn/jvm.config"), project.resolve(".mvn/jvm.config"));
        Guide.put(
                project.resolve("src/test/java/x/AlwaysIT.java"),
                """
                package x;

                final class AlwaysIT {

                    @org.junit.jupiter.api.Test
                    void fails() {
                        throw new AssertionError("it runs");
                    }
                }
                """);
    }

    @Test
    void without_a_switch_the_integration_tests_run() throws Exception {
        OfflineMaven.Outcome outcome = maven.run(project, "verify");

        assertThat(outcome.code()).as(outcome.output()).isNotZero();
        assertThat(outcome.output()).contains("it runs");
    }

    @Test
    void each_switch_skips_the_integration_tests() throws Exception {
        for (String option : new String[] {"-DskipTests", "-DskipITs", "-Dabakus.skip.wildfly=true", "-Pdist"}) {
            OfflineMaven.Outcome outcome = maven.run(project, option, "verify");

            assertThat(outcome.code()).as(option + "\n" + outcome.output()).isZero();
        }
    }
}
