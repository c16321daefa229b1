package no.abakus.tasks.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.abakus.tasks.port.ListenerSwitch;
import no.abakus.tasks.port.ServerTraits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The properties are those that WildFly 39 and Payara 6 set. */
class FoundServerTest {

    private static final Set<String> PROPERTIES =
            Set.of("jboss.node.name", "jboss.server.data.dir", "com.sun.aas.instanceName", "com.sun.aas.instanceRoot");

    private final FoundServer server = FoundServer.ofThisProcess();

    @BeforeEach
    @AfterEach
    void noServer() {
        PROPERTIES.forEach(System::clearProperty);
    }

    @Test
    void wildfly_tells_its_name_and_folder_and_stops_listeners() {
        System.setProperty("jboss.node.name", "wildfly-1");
        System.setProperty("jboss.server.data.dir", "/wildfly/data");

        assertThat(server.nodeName()).contains("wildfly-1");
        assertThat(server.dataFolder()).contains(Path.of("/wildfly/data"));
        assertThat(server.listeners(Map.of()))
                .get()
                .extracting(ListenerSwitch::queues)
                .isEqualTo(Set.of());
    }

    @Test
    void payara_tells_its_name_and_folder_and_stops_no_listeners() {
        System.setProperty("com.sun.aas.instanceName", "payara-1");
        System.setProperty("com.sun.aas.instanceRoot", "/payara/domain");

        assertThat(server.nodeName()).contains("payara-1");
        assertThat(server.dataFolder()).contains(Path.of("/payara/domain"));
        assertThat(server.listeners(Map.of())).isEmpty();
    }

    @Test
    void an_unknown_server_and_an_empty_property_tell_nothing() {
        System.setProperty("jboss.node.name", " ");

        assertThat(server.nodeName()).isEmpty();
        assertThat(server.dataFolder()).isEmpty();
        assertThat(server.listeners(Map.of())).isEmpty();
    }

    @Test
    void the_pools_of_all_servers_are_understood() {
        assertThat(server.noConnectionTexts())
                .containsExactlyInAnyOrder("IJ000453", "IJ000655", "Error in allocating a connection");
    }

    @Test
    void a_server_that_is_added_is_asked_like_the_others_and_leaves_out_what_it_lacks() {
        ServerTraits other = new ServerTraits() {
            @Override
            public Optional<String> nodeName() {
                return Optional.of("other-1");
            }
        };
        FoundServer found = new FoundServer(List.of(new ServerTraits() {}, other));

        assertThat(found.nodeName()).contains("other-1");
        assertThat(found.dataFolder()).isEmpty();
        assertThat(found.listeners(Map.of())).isEmpty();
        assertThat(found.noConnectionTexts()).isEmpty();
    }
}
