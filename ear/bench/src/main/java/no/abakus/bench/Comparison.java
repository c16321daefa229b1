package no.abakus.bench;

import java.util.Optional;

/**
 * A figure of ours beside that of the bare way.
 *
 * @param variant under which conditions both were measured
 * @param ours the figure
 * @param bare what it is to be compared with
 * @param target what the ratio of the two is to reach, if anything
 */
record Comparison(String variant, Measurement ours, Measurement bare, Optional<Target> target) {

    /** Ours divided by bare. */
    Measurement ratio() {
        return ours.relativeTo(bare, variant);
    }

    /** How the ratio stands to its target, in a word; empty without a target. */
    String verdict() {
        return target.map(wanted -> wanted + (wanted.isMetBy(ratio().median()) ? " met" : " MISSED"))
                .orElse("");
    }
}
