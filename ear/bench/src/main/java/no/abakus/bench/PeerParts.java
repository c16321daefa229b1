package no.abakus.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Measures our system, part by part, for a harness that compares it with other systems. For each part, the harness
 * requests an HTTP resource on this machine. The response contains lines in the harness's format.
 */
final class PeerParts implements AutoCloseable {

    /** The name of our system in the harness. */
    static final String NAME = "abakus";

    static final String STORED = "result=pg track_started";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEYS = 6;
    private static final int TRANSACTION = 100;
    private static final int PER_SECOND = 50;
    private static final int COUNTDOWN_SECONDS = 3;
    private static final TextVariant KEPT = TextVariant.stored().get(2);

    private final Deployed deployed;
    private final HeldQueue queue;
    private final HttpServer http;

    private PeerParts(Deployed deployed, HeldQueue queue, HttpServer http) {
        this.deployed = deployed;
        this.queue = queue;
        this.http = http;
    }

    static PeerParts open(Deployed deployed, HeldQueue queue) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        PeerParts parts = new PeerParts(deployed, queue, http);
        http.createContext("/", parts::answer);
        http.start();
        return parts;
    }

    /** Returns the command with which the harness measures a part. */
    String command() {
        return "curl -fsS \"http://127.0.0.1:" + http.getAddress().getPort() + "/$BENCH_PART?$BENCH_QUICK\"";
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body;
        int status = 200;
        try {
            boolean quick = "1".equals(exchange.getRequestURI().getQuery());
            body = lines(exchange.getRequestURI().getPath().substring(1), quick);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            status = 500;
            body = new byte[0];
        } catch (IOException | RuntimeException e) {
            // Print the reason, because the harness then reports no figures of ours for this part.
            System.out.println("Not measured: " + e.getMessage());
            status = 500;
            body = new byte[0];
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private byte[] lines(String part, boolean quick) throws IOException, InterruptedException {
        List<Map<String, Object>> found = new ArrayList<>();
        switch (part) {
            case "enqueue" -> enqueue(found, quick ? 300 : 1_000, quick ? 3_000 : 8_000);
            case "drain" -> drain(found, quick ? 3_000 : 8_000);
            case "backend" -> backend(found, quick ? 800 : 1_500);
            case "latency" -> latency(found, PER_SECOND * (quick ? 5 : 20));
            case "eta" -> eta(found, quick ? 300 : 1_000);
            default -> System.out.println("We measure nothing for " + part);
        }
        StringBuilder text = new StringBuilder();
        for (Map<String, Object> line : found) {
            text.append(JSON.writeValueAsString(line)).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void enqueue(List<Map<String, Object>> found, int singly, int together)
            throws IOException, InterruptedException {
        queue.hold();
        Deployed.Spent one = deployed.send(Way.OURS, KEYS, singly, 0);
        Deployed.Spent many = deployed.send(Way.OURS, KEYS, together, TRANSACTION);
        queue.clear();
        queue.release();
        found.add(line("enqueue", "one by one, each on disk", "tasks/s", singly * 1e9 / one.nanos()));
        found.add(line("enqueue", "100 per transaction, on disk", "tasks/s", together * 1e9 / many.nanos()));
    }

    private void drain(List<Map<String, Object>> found, int count) throws IOException, InterruptedException {
        queue.hold();
        deployed.send(Way.OURS, KEYS, count, TRANSACTION);
        found.add(line("drain", "acks late", "tasks/s", drained(count)));
    }

    private void backend(List<Map<String, Object>> found, int count) throws IOException, InterruptedException {
        queue.hold();
        deployed.sendTexts(KEPT, count, TRANSACTION);
        found.add(line("drain", STORED, "tasks/s", drained(count)));
    }

    private double drained(int count) throws IOException, InterruptedException {
        deployed.expect(count);
        queue.release();
        return count * 1e9 / deployed.drain().nanos();
    }

    private void latency(List<Map<String, Object>> found, int count) throws IOException, InterruptedException {
        List<Double> millis = millis(deployed.latencies(Way.OURS, KEYS, count, PER_SECOND));
        found.add(line("latency 50/s p50", "acks late", "ms", Measurement.quantile(millis, 0.5)));
        found.add(line("latency 50/s p99", "acks late", "ms", Measurement.quantile(millis, 0.99)));
    }

    private void eta(List<Map<String, Object>> found, int count) throws IOException, InterruptedException {
        List<Double> millis = millis(deployed.lateness(count, COUNTDOWN_SECONDS));
        found.add(line("countdown 3 s late p50", "acks late", "ms", Measurement.quantile(millis, 0.5)));
        found.add(line("countdown 3 s late p99", "acks late", "ms", Measurement.quantile(millis, 0.99)));
    }

    private static List<Double> millis(long[] nanos) {
        return LongStream.of(nanos).mapToObj(one -> one / 1e6).toList();
    }

    private static Map<String, Object> line(String metric, String variant, String unit, double value) {
        return Map.of("metric", metric, "variant", variant, "unit", unit, "value", value);
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
