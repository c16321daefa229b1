package no.abakus.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Calls the deployed servlet that takes the measurements. Returned times are in nanoseconds. */
final class Deployed {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI servlet;

    Deployed(URI servlet) {
        this.servlet = servlet;
    }

    /**
     * Copies the headers and properties of one of our messages, so that the hand-written sender ({@code Way.BARE}) can
     * send the same ones. The message is sent with a log context of this many keys.
     */
    void learn(int keys) throws IOException, InterruptedException {
        post("learn?keys=" + keys);
    }

    /** Sends in transactions of this size, or one by one if the size is 0. */
    Spent send(Way way, int keys, int count, int transaction) throws IOException, InterruptedException {
        return send(way.parameter(), keys, count, transaction);
    }

    /** Sends messages with the hand-written sender, using one {@code JMSContext} per transaction. */
    Spent sendInBulk(int keys, int count, int transaction) throws IOException, InterruptedException {
        return send("bare-bulk", keys, count, transaction);
    }

    /** Sends tasks that fail. */
    Spent sendFailing(int keys, int count, int transaction) throws IOException, InterruptedException {
        return send("failing", keys, count, transaction);
    }

    /** Creates the table to which the tasks of {@link #sendJoint} write. */
    void prepareJoint() throws IOException, InterruptedException {
        post("joint");
    }

    /** Sends tasks that write to the application's database. */
    Spent sendJoint(int keys, int count, int transaction) throws IOException, InterruptedException {
        return send("joint", keys, count, transaction);
    }

    private Spent send(String way, int keys, int count, int transaction) throws IOException, InterruptedException {
        return Spent.of(post("sends?way=" + way + "&keys=" + keys + "&count=" + count + "&transaction=" + transaction));
    }

    /** Sets whether the hand-written listener stores its results from now on. */
    void bareStore(boolean isKept) throws IOException, InterruptedException {
        post("bare-store?kept=" + isKept);
    }

    /** Sets whether the node keeps a history from now on, if {@code abakus.tasks.history} is {@code auto}. */
    void history(boolean isKept) throws IOException, InterruptedException {
        post("history?kept=" + isKept);
    }

    /** Tells the server how many task executions {@link #drain} must wait for. */
    void expect(int count) throws IOException, InterruptedException {
        post("expect?count=" + count);
    }

    /** Waits until all expected task executions have started. */
    Spent drain() throws IOException, InterruptedException {
        return Spent.of(post("drain"));
    }

    long[] latencies(Way way, int keys, int count, int perSecond) throws IOException, InterruptedException {
        return post(
                "latencies?way=" + way.parameter() + "&keys=" + keys + "&count=" + count + "&per-second=" + perSecond);
    }

    /**
     * Returns how many lines per second this many threads log, with our logger ({@code log}) or the server's
     * ({@code mdc}).
     */
    long logLines(String way, int threads, int seconds) throws IOException, InterruptedException {
        return post("log-lines?way=" + way + "&threads=" + threads + "&seconds=" + seconds)[0];
    }

    /** Sends tasks whose argument is a string, as this variant describes, in transactions of this size. */
    Spent sendTexts(TextVariant variant, int count, int transaction) throws IOException, InterruptedException {
        return Spent.of(post("texts?" + variant.query() + "&count=" + count + "&transaction=" + transaction));
    }

    /**
     * Waits for this many results, one after the other. For each result, returns the time from the start of its task's
     * method to the end of the wait.
     */
    long[] waits(int count) throws IOException, InterruptedException {
        return post("waits?count=" + count);
    }

    /** Sends tasks that are due after this many seconds. Returns how late each of them starts. */
    long[] lateness(int count, int seconds) throws IOException, InterruptedException {
        return post("lateness?count=" + count + "&seconds=" + seconds);
    }

    /**
     * Sends tasks that are all due at about the same instant, after this many seconds. Returns how late each of them
     * starts.
     */
    long[] latenessTogether(int count, int seconds) throws IOException, InterruptedException {
        return post("lateness-together?count=" + count + "&seconds=" + seconds);
    }

    /** Sends tasks with this priority that are due after this many seconds. */
    void delayed(int count, int priority, int seconds) throws IOException, InterruptedException {
        post("delayed?count=" + count + "&priority=" + priority + "&seconds=" + seconds);
    }

    /**
     * Sends an urgent task while this many tasks are running or waiting. Returns how many of the others started between
     * the sending and the start of the urgent task.
     */
    long overtaken(int count) throws IOException, InterruptedException {
        return post("overtaken?count=" + count)[0];
    }

    /**
     * Pauses, resumes or empties the way's queue ({@code hold}, {@code release}, {@code clear}), or switches the way's
     * log lines on or off ({@code lines-on}, {@code lines-off}). Works on Payara only.
     */
    void steer(String what, Way way) throws IOException, InterruptedException {
        post(what + "?queue=" + way.queue() + "&logger=" + way.logger());
    }

    /** Returns how many bytes of the heap are in use. */
    long heap() throws IOException, InterruptedException {
        return post("heap")[0];
    }

    private long[] post(String what) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(servlet + "/" + what))
                .POST(BodyPublishers.noBody())
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("The server returned " + response.statusCode() + " for " + what + "; see its log");
        }
        return response.body().lines().mapToLong(Long::parseLong).toArray();
    }

    /**
     * What an operation cost.
     *
     * @param nanos the elapsed time
     * @param processorNanos the processor time of the whole server
     */
    record Spent(long nanos, long processorNanos) {

        private static Spent of(long[] numbers) {
            return new Spent(numbers[0], numbers[1]);
        }
    }
}
