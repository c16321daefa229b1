package no.abakus.tasks.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sources keep the rules that only their text shows, and the rules would notice if they did not. */
class SourceRulesTest {

    private static final SourceRules THIS_MODULE = SourceRules.in(List.of(Path.of("src", "main", "java")));
    private static final SourceRules ALL_MODULES = SourceRules.ofAllModules(Path.of(".."));
    private static final SourceRules BROKEN_CODE =
            SourceRules.in(List.of(Path.of("src", "test", "java", "no", "abakus", "tasks", "architecture", "broken")));

    @Test
    void all_modules_are_looked_at() {
        assertThat(ALL_MODULES.files())
                .hasSizeGreaterThan(THIS_MODULE.files().size())
                .anyMatch(file -> file.endsWith(Path.of("no", "abakus", "logging", "Log.java")))
                .anyMatch(file -> file.endsWith(Path.of("no", "abakus", "bench", "Benchmarks.java")));
    }

    @Test
    void a_server_or_broker_is_named_only_in_its_own_package() {
        assertThat(THIS_MODULE.productsOutsideOfTheirPackages()).isEmpty();
        assertThat(BROKEN_CODE.productsOutsideOfTheirPackages())
                .singleElement()
                .asString()
                .contains("jboss.node.name");
    }

    @Test
    void no_file_is_too_long(@TempDir Path folder) throws IOException {
        Path longest = Files.writeString(folder.resolve("Longest.java"), "class Longest {" + "\n".repeat(349) + "}\n");
        Path tooLong = Files.writeString(folder.resolve("TooLong.java"), "class TooLong {" + "\n".repeat(350) + "}\n");

        assertThat(ALL_MODULES.longFiles()).isEmpty();
        assertThat(SourceRules.in(List.of(folder)).longFiles())
                .singleElement()
                .asString()
                .contains(tooLong.toString())
                .doesNotContain(longest.toString());
    }

    @Test
    void at_least_half_of_all_types_are_package_private() {
        assertThat(ALL_MODULES.tooManyPublicTypes()).isEmpty();
        assertThat(BROKEN_CODE.tooManyPublicTypes())
                .singleElement()
                .asString()
                .contains("% of")
                .contains("Publisher.java");
    }
}
