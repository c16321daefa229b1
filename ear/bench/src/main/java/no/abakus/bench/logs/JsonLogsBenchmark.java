package no.abakus.bench.logs;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks of this package with JMH, with a separate JVM for every variant. */
public final class JsonLogsBenchmark {
    /** The prefix of metrics whose values are lines per second. */
    public static final String END_TO_END = "stdout of a bare process";

    private static final int REQUEST_KEYS = 6;

    private final List<Line> lines = new ArrayList<>();
    private final int forks;

    private JsonLogsBenchmark(int forks) {
        this.forks = forks;
    }

    /**
     * One figure.
     *
     * @param metric what was measured
     * @param variant the variant that was measured
     * @param values nanoseconds per operation, or lines per second, in the order in which they were measured
     * @param bytes the bytes allocated per operation
     */
    public record Line(String metric, String variant, List<Double> values, double bytes) {}

    /**
     * Runs all measurements.
     *
     * @param forks how many JVMs measure each variant, one after the other; the measurements of stdout use one more
     */
    public static List<Line> run(int forks) throws RunnerException, IOException {
        showClassPathToJmh();
        JsonLogsBenchmark run = new JsonLogsBenchmark(forks);
        for (int keys : new int[] {0, REQUEST_KEYS, 20}) {
            run.measure(EncodeBenchmarks.class, "encode, context of " + keys, 1, keys, false);
        }
        run.measure(EncodeBenchmarks.class, "encode, exception", 1, REQUEST_KEYS, true);
        int processors = Runtime.getRuntime().availableProcessors();
        run.measure(EncodeBenchmarks.class, "encode, " + processors + " threads", processors, REQUEST_KEYS, false);
        run.measure(CallBenchmarks.class, "call", 1, REQUEST_KEYS, false);
        run.lines.addAll(EndToEnd.run(forks + 1));
        return run.lines;
    }

    private void measure(Class<?> benchmarks, String metric, int threads, int keys, boolean exception)
            throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(benchmarks.getName())
                .threads(threads)
                .forks(forks)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .timeUnit(TimeUnit.NANOSECONDS)
                .addProfiler(GCProfiler.class)
                // These options replace those of this JVM, because Maven's own may limit the JIT compiler.
                .jvmArgs(
                        "-Xmx512m",
                        "-Dlog4j2.garbagefreeThreadContextMap=true",
                        "-Dlog4j2.enableThreadlocals=true",
                        "-Dlog4j2.statusLoggerLevel=OFF");
        if (benchmarks == EncodeBenchmarks.class) {
            options = options.param("keys", String.valueOf(keys)).param("exception", String.valueOf(exception));
        }
        Collection<RunResult> results = new Runner(options.build()).run();
        for (RunResult result : results) {
            lines.add(line(metric, result));
        }
    }

    private static Line line(String metric, RunResult result) {
        String method = result.getParams().getBenchmark();
        List<Double> values = result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(iteration -> iteration.getPrimaryResult().getScore())
                .toList();
        double bytes = result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
        return new Line(metric, method.substring(method.lastIndexOf('.') + 1), values, bytes);
    }

    /**
     * Sets the property from which JMH takes the class path of its JVMs. If this code runs inside Maven, that property
     * has the class path of Maven itself.
     */
    private static void showClassPathToJmh() {
        if (JsonLogsBenchmark.class.getClassLoader() instanceof URLClassLoader loader) {
            System.setProperty(
                    "java.class.path",
                    Stream.of(loader.getURLs())
                            .map(JsonLogsBenchmark::path)
                            .collect(Collectors.joining(File.pathSeparator)));
        }
    }

    private static String path(URL url) {
        try {
            return Path.of(new URI(url.toString())).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The class path contains " + url + ", which is not a file", e);
        }
    }
}
