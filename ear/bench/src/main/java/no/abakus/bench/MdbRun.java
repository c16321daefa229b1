package no.abakus.bench;

import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;

/** Measures tasks and the bare message-driven bean in the deployed archive, in turn and under all conditions. */
final class MdbRun {

    static final String DRAIN = "drain";
    static final String SEND = "send";
    static final String SEND_TOGETHER = "send 100 per transaction";
    static final String SEND_IN_BULK = "send 100 per transaction, bare over one context";
    static final String LATENCY = "latency 50/s";

    private static final int TRANSACTION = 100;
    private static final int PER_SECOND = 50;

    private final Settings settings;
    private final Deployed deployed;
    private final Steering steering;

    MdbRun(Settings settings, Deployed deployed, Steering steering) {
        this.settings = settings;
        this.deployed = deployed;
        this.steering = steering;
    }

    /** Makes the bare way learn the shape of our messages. */
    void learn() throws IOException, InterruptedException {
        steering.hold(Way.OURS);
        for (int keys : Variant.KEYS) {
            deployed.learn(keys);
            steering.clear(Way.OURS);
        }
    }

    /**
     * Measures both ways once in every variant, one right after the other. The order of the ways alternates from round
     * to round.
     */
    void round(int number, Samples samples) throws IOException, InterruptedException {
        List<Way> order = number % 2 == 0 ? List.of(Way.OURS, Way.BARE) : List.of(Way.BARE, Way.OURS);
        for (Variant variant : Variant.all()) {
            for (Way way : order) {
                steering.lines(way, variant.lines());
            }
            for (Way way : order) {
                measure(way, variant, samples);
            }
            measureBulk(variant, samples);
        }
    }

    private void measure(Way way, Variant variant, Samples samples) throws IOException, InterruptedException {
        String name = variant.of(way);
        int sends = settings.sends();
        int messages = settings.messages();

        steering.hold(way);
        rate(samples, SEND, name, sends, deployed.send(way, variant.keys(), sends, 0));
        rate(samples, SEND_TOGETHER, name, messages, deployed.send(way, variant.keys(), messages, TRANSACTION));

        deployed.expect(sends + messages);
        steering.release(way);
        rate(samples, DRAIN, name, sends + messages, deployed.drain());

        List<Double> latencies = LongStream.of(
                        deployed.latencies(way, variant.keys(), settings.latencies(), PER_SECOND))
                .mapToObj(nanos -> nanos / 1e6)
                .toList();
        samples.add(LATENCY + " p50", name, "ms", Measurement.quantile(latencies, 0.5));
        samples.add(LATENCY + " p99", name, "ms", Measurement.quantile(latencies, 0.99));
    }

    /**
     * Measures our sends again, and right after them bare sends over one context per transaction. One context per
     * transaction is faster than one per send. These messages are removed and never run.
     */
    private void measureBulk(Variant variant, Samples samples) throws IOException, InterruptedException {
        for (Way way : Way.values()) {
            steering.hold(way);
        }
        int messages = settings.messages() / 2;
        String ours = variant.of(Way.OURS);
        String bare = variant.of(Way.BARE);
        rate(samples, SEND_IN_BULK, ours, messages, deployed.send(Way.OURS, variant.keys(), messages, TRANSACTION));
        rate(samples, SEND_IN_BULK, bare, messages, deployed.sendInBulk(variant.keys(), messages, TRANSACTION));
        for (Way way : Way.values()) {
            steering.clear(way);
        }
    }

    private static void rate(Samples samples, String metric, String name, int count, Deployed.Spent spent) {
        samples.add(metric, name, "tasks/s", count * 1e9 / spent.nanos());
        samples.add(metric + " cpu", name, "us", spent.processorNanos() / 1e3 / count);
    }
}
