package no.abakus.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The servlet of the deployed archive, which does the measuring; times in nanoseconds. */
final class Deployed {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI servlet;

    Deployed(URI servlet) {
        this.servlet = servlet;
    }

    /** Has the bare way learn what a message of ours with so many keys looks like. */
    void learn(int keys) throws IOException, InterruptedException {
        post("learn?keys=" + keys);
    }

    /** Sends, in transactions of this size, or one by one where it is 0. */
    Spent send(Way way, int keys, int count, int transaction) throws IOException, InterruptedException {
        return send(way.parameter(), keys, count, transaction);
    }

    /** Has the bare way send all of a transaction over one context. */
    Spent sendInBulk(int keys, int count, int transaction) throws IOException, InterruptedException {
        return send("bare-bulk", keys, count, transaction);
    }

    private Spent send(String way, int keys, int count, int transaction) throws IOException, InterruptedException {
        return Spent.of(post("sends?way=" + way + "&keys=" + keys + "&count=" + count + "&transaction=" + transaction));
    }

    /** Whether the bare way keeps its results from now on. */
    void bareStore(boolean isKept) throws IOException, InterruptedException {
        post("bare-store?kept=" + isKept);
    }

    /** Has the bodies counted from now on. */
    void expect(int count) throws IOException, InterruptedException {
        post("expect?count=" + count);
    }

    /** Waits for the last of the expected bodies. */
    Spent drain() throws IOException, InterruptedException {
        return Spent.of(post("drain"));
    }

    long[] latencies(Way way, int keys, int count, int perSecond) throws IOException, InterruptedException {
        return post(
                "latencies?way=" + way.parameter() + "&keys=" + keys + "&count=" + count + "&per-second=" + perSecond);
    }

    /** Lines a second of so many threads, logged our way ({@code log}) or the server's ({@code mdc}). */
    long logLines(String way, int threads, int seconds) throws IOException, InterruptedException {
        return post("log-lines?way=" + way + "&threads=" + threads + "&seconds=" + seconds)[0];
    }

    /** Sends texts as this variant says, in transactions of this size. */
    Spent sendTexts(TextVariant variant, int count, int transaction) throws IOException, InterruptedException {
        return Spent.of(post("texts?" + variant.query() + "&count=" + count + "&transaction=" + transaction));
    }

    /** One wait for a result after the other: from the end of its task. */
    long[] waits(int count) throws IOException, InterruptedException {
        return post("waits?count=" + count);
    }

    /** By how much tasks that are due after this time are late. */
    long[] lateness(int count, int seconds) throws IOException, InterruptedException {
        return post("lateness?count=" + count + "&seconds=" + seconds);
    }

    /** The same of tasks that are all due at about the same instant. */
    long[] latenessTogether(int count, int seconds) throws IOException, InterruptedException {
        return post("lateness-together?count=" + count + "&seconds=" + seconds);
    }

    /** Sends tasks of this priority that are due after this time. */
    void delayed(int count, int priority, int seconds) throws IOException, InterruptedException {
        post("delayed?count=" + count + "&priority=" + priority + "&seconds=" + seconds);
    }

    /** While so many tasks run: how many of them begin after an urgent one was sent, and before it begins. */
    long overtaken(int count) throws IOException, InterruptedException {
        return post("overtaken?count=" + count)[0];
    }

    /** Has something done to the queue, or the lines, of one way; on Payara. */
    void steer(String what, Way way) throws IOException, InterruptedException {
        post(what + "?queue=" + way.queue() + "&logger=" + way.logger());
    }

    /** The bytes of heap in use. */
    long heap() throws IOException, InterruptedException {
        return post("heap")[0];
    }

    private long[] post(String what) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(servlet + "/" + what))
                .POST(BodyPublishers.noBody())
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("The server answered " + response.statusCode() + " to " + what + "; see its log");
        }
        return response.body().lines().mapToLong(Long::parseLong).toArray();
    }

    /**
     * What something took.
     *
     * @param nanos on the clock
     * @param processorNanos of the whole server
     */
    record Spent(long nanos, long processorNanos) {

        private static Spent of(long[] numbers) {
            return new Spent(numbers[0], numbers[1]);
        }
    }
}
