package no.abakus.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/** Measures our tasks with and without stored results, and the hand-written listener to compare them with. */
final class ResultsRun {

    static final String DRAIN = "drain";
    static final String SEND = "send 100 per transaction";
    static final String WAIT = "get after the task's end";

    /** The variant that the others are compared with: the hand-written listener, without log lines. */
    static final String BARE = "bare, nothing stored, json, 100 B";

    /** The same listener, but now it writes each result to the database that also stores our results. */
    static final String BY_HAND = "bare, result stored by hand, json, 100 B";

    private static final int TRANSACTION = 100;
    private static final int WAITS = 100;

    private final int messages;
    private final Deployed deployed;
    private final HeldQueue ours;
    private final HeldQueue bare;

    ResultsRun(Settings settings, Server server, Path archive) throws IOException, InterruptedException {
        this.messages = settings.messages();
        this.deployed = new Deployed(server.web("/bench/measure"));
        List<String> module = List.of("deployment", archive.getFileName().toString(), "subdeployment", "bench.war");
        ours = new HeldQueue(server.management(), module, Way.OURS.queue());
        bare = new HeldQueue(server.management(), module, Way.BARE.queue());
        for (Way way : Way.values()) {
            new LogLines(server.management(), way.logger()).on(false);
        }
        ours.hold();
        deployed.learn(0);
        ours.clear();
    }

    /** Measures the hand-written listener, without and with stored results, and then every variant. */
    void round(List<TextVariant> variants, String store, Samples samples) throws IOException, InterruptedException {
        bare.hold();
        rate(samples, SEND, BARE, deployed.send(Way.BARE, 0, messages, TRANSACTION), messages);
        drain(bare, BARE, messages, samples);
        storedByHand(store, samples);
        for (TextVariant variant : variants) {
            ours.hold();
            int count = variant.messages(messages);
            String name = store + ", " + variant;
            rate(samples, SEND, name, deployed.sendTexts(variant, count, TRANSACTION), count);
            drain(ours, name, count, samples);
        }
    }

    private void storedByHand(String store, Samples samples) throws IOException, InterruptedException {
        bare.hold();
        deployed.send(Way.BARE, 0, messages, TRANSACTION);
        deployed.bareStore(true);
        try {
            drain(bare, store + ", " + BY_HAND, messages, samples);
        } finally {
            deployed.bareStore(false);
        }
    }

    /** Measures how soon a waiting caller gets a result. */
    void waits(String store, Samples samples) throws IOException, InterruptedException {
        ours.release();
        List<Double> millis = LongStream.of(deployed.waits(WAITS))
                .mapToObj(nanos -> nanos / 1e6)
                .toList();
        samples.add(WAIT + " p50", store, "ms", Measurement.quantile(millis, 0.5));
        samples.add(WAIT + " p95", store, "ms", Measurement.quantile(millis, 0.95));
    }

    private void drain(HeldQueue queue, String name, int count, Samples samples)
            throws IOException, InterruptedException {
        deployed.expect(count);
        queue.release();
        rate(samples, DRAIN, name, deployed.drain(), count);
    }

    private static void rate(Samples samples, String metric, String name, Deployed.Spent spent, int count) {
        samples.add(metric, name, "tasks/s", count * 1e9 / spent.nanos());
        samples.add(metric + " cpu", name, "us", spent.processorNanos() / 1e3 / count);
    }
}
