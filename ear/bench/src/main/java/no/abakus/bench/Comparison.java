package no.abakus.bench;

import java.util.Optional;

/**
 * A figure of ours, and the figure that it is compared with.
 *
 * @param variant the conditions under which both were measured, or the name of the peer that we are compared with
 * @param ours our figure
 * @param bare the figure to compare it with
 * @param target the target of the ratio of the two, if it has one
 */
record Comparison(String variant, Measurement ours, Measurement bare, Optional<Target> target) {

    /** Returns ours divided by bare. */
    Measurement ratio() {
        return ours.relativeTo(bare, variant);
    }

    /** Returns in words whether the ratio reaches its target. Empty if there is no target. */
    String verdict() {
        return target.map(wanted -> wanted + (wanted.isMetBy(ratio().median()) ? " met" : " MISSED"))
                .orElse("");
    }
}
