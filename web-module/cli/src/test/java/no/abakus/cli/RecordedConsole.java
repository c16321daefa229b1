package no.abakus.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Responds like a console, over HTTP, and records its requests. */
final class RecordedConsole implements AutoCloseable {

    private record Answer(int status, String type, String body) {}

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final HttpServer server;

    RecordedConsole() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        synchronized (asked) {
            asked.add((call + " " + body).strip());
            asked.notifyAll();
        }
        // The wait time in the query depends on the clock, so an answer may be given for any query.
        String anyQuery = call.substring(0, call.indexOf('?') < 0 ? call.length() : call.indexOf('?'));
        Answer answer = answers.getOrDefault(call, answers.getOrDefault(anyQuery, missing(call)));
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", answer.type());
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Answer missing(String call) {
        return new Answer(404, "application/problem+json", "{\"code\":\"not-found\",\"detail\":\"" + call + "\"}");
    }

    /** Sets the answer to a call such as {@code GET /abakus/api/queues}. */
    RecordedConsole answers(String call, int status, String body) {
        return answers(call, status, "application/json", body);
    }

    RecordedConsole answers(String call, int status, String type, String body) {
        answers.put(call, new Answer(status, type, body.replace('\'', '"')));
        return this;
    }

    /** The calls so far, each with its body. */
    List<String> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    /** Waits until a call without a body was made this many times. */
    void await(String call, int times) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        synchronized (asked) {
            while (asked.stream().filter(call::equals).count() < times) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError(call + " was not made " + times + " times, but these were: " + asked);
                }
                asked.wait(left);
            }
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/abakus";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
