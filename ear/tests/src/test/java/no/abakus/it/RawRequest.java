package no.abakus.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import no.abakus.it.server.Server;

/** A request that is sent as it is, because a client library would refuse most odd ones. */
record RawRequest(String method, String path, String body, String type, String accept) {

    private static final int PATIENCE_MILLIS = 60_000;

    /** A response, with its head. */
    record Answer(int status, String text) {

        /** Whether the server says that it is at fault, or refuses a request without a code. */
        boolean isFault() {
            boolean told = status < 400 || text.contains("\"code\":\"");
            // 501: OpenMQ cannot do everything. A server itself refuses a path that is not a valid path.
            boolean atFault = status >= 500 && !(status == 501 && text.contains("\"code\":\"not-supported\""));
            return atFault || (!told && status != 400);
        }

        @Override
        public String toString() {
            return status + " " + text;
        }
    }

    Answer send(Server server) throws IOException {
        String user = path.startsWith("/abakus") ? "operator:" + Server.OPERATOR_PASSWORD : "webkom:webkom";
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept: " + accept
                + "\r\nContent-Type: " + type + "\r\nContent-Length: " + content.length + "\r\nAuthorization: Basic "
                + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)) + "\r\n\r\n";
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.http().port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(content);
            socket.getOutputStream().flush();
            String answer = read(socket.getInputStream());
            return new Answer(Integer.parseInt(answer.substring(9, 12)), answer);
        }
    }

    /** Reads until the end, or only the first bytes of a stream of events, because such a stream has no end. */
    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] some = new byte[8192];
        for (int count = in.read(some); count >= 0; count = in.read(some)) {
            all.write(some, 0, count);
            if (all.size() <= some.length
                    && all.toString(StandardCharsets.UTF_8).contains("text/event-stream")) {
                break;
            }
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return method + " " + shown(path) + " " + type + " " + accept + " " + shown(body);
    }

    private static String shown(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
