package no.abakus.bench.drills.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Sends requests as bytes, because no client library lets its user send what an attacker sends. */
final class RawHttp {

    private static final int ANSWER_MILLIS = 30_000;
    private static final int MOST_BYTES_OF_ANSWER = 4_000;

    private final URI server;

    RawHttp(URI server) {
        this.server = server;
    }

    /** Opens a separate connection. */
    Socket connect() throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), 2_000);
            socket.setSoTimeout(ANSWER_MILLIS);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /**
     * Returns the status line, the headers and the beginning of the body; empty if the server just closed the
     * connection.
     */
    String exchange(String head, byte[] body) throws IOException {
        try (Socket socket = connect()) {
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            request.write(head.getBytes(StandardCharsets.ISO_8859_1));
            request.write(("Host: localhost\r\nConnection: close\r\nContent-Length: " + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            request.write(body);
            socket.getOutputStream().write(request.toByteArray());
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(MOST_BYTES_OF_ANSWER), StandardCharsets.UTF_8);
        }
    }

    static String authorization(String user, String password) {
        return "Authorization: Basic "
                + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)) + "\r\n";
    }

    /** Returns the status of a response; 0 if there is none. */
    static int status(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }
}
