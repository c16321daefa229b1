package no.abakus.bench;

import java.util.Locale;

/**
 * A minimum or a maximum for a ratio or a figure.
 *
 * @param metric the metric that has this target
 * @param bound the minimum or the maximum
 * @param least whether the bound is a minimum; otherwise it is a maximum
 */
record Target(String metric, double bound, boolean least) {

    static Target atLeast(String metric, double bound) {
        return new Target(metric, bound, true);
    }

    static Target atMost(String metric, double bound) {
        return new Target(metric, bound, false);
    }

    boolean isMetBy(double ratio) {
        return least ? ratio >= bound : ratio <= bound;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %.1f", least ? ">=" : "<=", bound);
    }
}
