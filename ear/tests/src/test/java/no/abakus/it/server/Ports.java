package no.abakus.it.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/** The ports of a server that is about to start. */
final class Ports {

    private Ports() {}

    /** Fails if a port is in use, because the test would take the other server for its own. */
    static void require(String whose, List<Integer> ports, int offset) {
        List<Integer> taken = ports.stream()
                .map(port -> port + offset)
                .filter(port -> !isFree(port))
                .toList();
        if (!taken.isEmpty()) {
            throw new AssertionError("Another process listens on 127.0.0.1 at " + taken + ", which " + whose
                    + " needs. Nothing was started or called. End that process, or move all ports of the tests, for"
                    + " example with -Dabakus.test-ports=1700.");
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
