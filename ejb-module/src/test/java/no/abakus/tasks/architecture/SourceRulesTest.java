package no.abakus.tasks.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sources keep the rules that only their text shows, and the rules would notice if they did not. */
class SourceRulesTest {

    private static final SourceRules OF_THIS_MODULE = SourceRules.in(List.of(Path.of("src", "main", "java")));
    private static final SourceRules OF_BROKEN_CODE =
            SourceRules.in(List.of(Path.of("src", "test", "java", "no", "abakus", "tasks", "architecture", "broken")));

    @Test
    void a_server_or_broker_is_named_only_in_its_own_package() {
        assertThat(OF_THIS_MODULE.productsOutsideOfTheirPackages()).isEmpty();
        assertThat(OF_BROKEN_CODE.productsOutsideOfTheirPackages())
                .singleElement()
                .asString()
                .contains("jboss.node.name");
    }
}
