package no.abakus.it.server;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tests never talk to a server that they have not started. */
final class PortsTest {

    @Test
    void a_port_that_somebody_else_listens_on_is_named_before_anything_starts() throws Exception {
        try (ServerSocket somebodyElse = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = somebodyElse.getLocalPort();

            assertThatThrownBy(() -> Ports.require("the server shared", List.of(port - 1000), 1000))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContainingAll(Integer.toString(port), "the server shared", "-Dabakus.test-ports");
        }
    }

    @Test
    void free_ports_are_fine() throws Exception {
        int port;
        try (ServerSocket somebodyElse = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = somebodyElse.getLocalPort();
        }

        assertThatCode(() -> Ports.require("the server shared", List.of(port), 0))
                .doesNotThrowAnyException();
    }
}
