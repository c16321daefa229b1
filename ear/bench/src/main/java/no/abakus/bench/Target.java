package no.abakus.bench;

import java.util.Locale;

/**
 * What a ratio is to reach.
 *
 * @param metric of which metric
 * @param bound the ratio
 * @param least whether it is to be at least that much, not at most
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
