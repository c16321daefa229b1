package no.abakus.tasks.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CredentialsLocationTest {

    @Test
    void the_file_lies_where_the_server_keeps_its_data() {
        assertThat(location(Map.of("jboss.server.data.dir", "/wf/data", "user.home", "/home/u")))
                .isEqualTo(Path.of("/wf/data/abakus/console-credentials"));
        assertThat(location(Map.of("com.sun.aas.instanceRoot", "/py/domain1", "user.home", "/home/u")))
                .isEqualTo(Path.of("/py/domain1/abakus/console-credentials"));
        assertThat(location(Map.of("user.home", "/home/u"))).isEqualTo(Path.of("/home/u/.abakus/console-credentials"));
    }

    @Test
    void a_named_file_wins() {
        assertThat(location(Map.of("abakus.console.credentials-file", "/etc/c", "jboss.server.data.dir", "/wf/data")))
                .isEqualTo(Path.of("/etc/c"));
    }

    private static Path location(Map<String, String> properties) {
        return CredentialsLocation.of(properties::get);
    }
}
