package no.abakus.bench;

import java.util.Optional;

/**
 * A figure of ours, and the same figure of the bare way.
 *
 * @param variant the conditions under which both were measured
 * @param ours our figure
 * @param bare the figure to compare it with
 * @param target what the ratio of the two should reach, if anything
 */
record Comparison(String variant, Measurement ours, Measurement bare, Optional<Target> target) {

    /** Returns ours divided by bare. */
    Measurement ratio() {
        return ours.relativeTo(bare, variant);
    }

    /** Returns in a word whether the ratio reaches its target; empty without a target. */
    String verdict() {
        return target.map(wanted -> wanted + (wanted.isMetBy(ratio().median()) ? " met" : " MISSED"))
                .orElse("");
    }
}
