package no.abakus.tasks.operate;

import java.util.List;
import java.util.Map;

/**
 * One figure of a node, for all values of its attributes. Names, units and attributes follow OpenTelemetry's
 * conventions for messaging, if these define any.
 *
 * @param name its name, such as {@code messaging.process.duration}
 * @param kind how to read its samples
 * @param unit its unit in the UCUM notation, such as {@code s} or {@code {message}}
 * @param description what it measures, in one sentence
 * @param samples its values; empty until there are any
 */
public record Metric(String name, Kind kind, String unit, String description, List<Sample> samples) {

    /** How to read the samples. */
    public enum Kind {
        /** A number that only grows, from zero at the start of the node. */
        COUNTER,
        /** The current value of a number. */
        GAUGE,
        /** A distribution since the start of the node. */
        HISTOGRAM
    }

    public Metric {
        samples = List.copyOf(samples);
    }

    /** The value for one set of attributes. */
    public sealed interface Sample {

        /** The attributes, such as {@code messaging.destination.name}, in the order of their names. */
        Map<String, String> attributes();
    }

    /** A number: the value of a counter or a gauge. */
    public record Value(Map<String, String> attributes, double value) implements Sample {}

    /**
     * A distribution.
     *
     * @param bounds the upper bounds of the buckets, in ascending order; the last bucket has no upper bound
     * @param counts how many values are in each bucket; there is one bucket more than there are bounds
     * @param sum the sum of all values
     */
    public record Distribution(Map<String, String> attributes, List<Double> bounds, List<Long> counts, double sum)
            implements Sample {

        /** Returns how many values there are. */
        public long count() {
            return counts.stream().mapToLong(Long::longValue).sum();
        }
    }
}
