package no.abakus.bench;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One figure, measured several times.
 *
 * @param metric what was measured
 * @param variant the variant that was measured
 * @param unit the unit of the values
 * @param values the values, in the order in which they were measured
 */
public record Measurement(String metric, String variant, String unit, List<Double> values) {

    public Measurement {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(metric + " of " + variant + " was never measured");
        }
        values = List.copyOf(values);
    }

    double median() {
        return quantile(values, 0.5);
    }

    double min() {
        return quantile(values, 0);
    }

    double max() {
        return quantile(values, 1);
    }

    /**
     * Returns the ratio of this figure to the other, for each pair of values. If the two values of a pair were measured
     * in the same round, the same disturbances of the machine tend to affect both.
     */
    Measurement relativeTo(Measurement other, String ratioVariant) {
        List<Double> ratios = IntStream.range(0, Math.min(values.size(), other.values.size()))
                .mapToObj(i -> values.get(i) / other.values.get(i))
                .toList();
        return new Measurement(metric + ", ratio", ratioVariant, "x", ratios);
    }

    /**
     * Returns a quantile, interpolated between the two nearest values.
     *
     * @param part 0 for the least value, 0.5 for the median, 1 for the greatest value
     */
    static double quantile(List<Double> values, double part) {
        List<Double> sorted = values.stream().sorted().toList();
        double position = part * (sorted.size() - 1);
        int below = (int) Math.floor(position);
        int above = (int) Math.ceil(position);
        return sorted.get(below) + (sorted.get(above) - sorted.get(below)) * (position - below);
    }
}
