package no.abakus.bench;

/**
 * A figure that is compared with no other figure, and the target that it should reach.
 *
 * @param figure the figure
 * @param target the target, in the unit of the figure
 */
record Bounded(Measurement figure, Target target) {

    /** Returns in words whether the median reaches the target. */
    String verdict() {
        return target + (target.isMetBy(figure.median()) ? " met" : " MISSED");
    }
}
