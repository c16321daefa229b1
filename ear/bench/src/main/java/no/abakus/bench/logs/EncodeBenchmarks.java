package no.abakus.bench.logs;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * Measures how long each encoder takes to turn a finished event into a line. The encoders return bytes, a string or a
 * length.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EncodeBenchmarks {
    @Benchmark
    public int abakus(OurEncoder encoder) throws IOException {
        return encoder.encode();
    }

    @Benchmark
    public int abakusNewContext(OurEncoder encoder) throws IOException {
        return encoder.encodeNewContext();
    }

    @Benchmark
    public byte[] logstash(LogbackEncoders encoders) {
        return encoders.logstash();
    }

    @Benchmark
    public byte[] logback(LogbackEncoders encoders) {
        return encoders.own();
    }

    @Benchmark
    public long log4j(Log4jLayout layout) {
        return layout.encode();
    }

    @Benchmark
    public String jboss(JBossFormatter formatter) {
        return formatter.encode();
    }

    @Benchmark
    public int jackson(JacksonFloor floor) throws IOException {
        return floor.encode();
    }
}
