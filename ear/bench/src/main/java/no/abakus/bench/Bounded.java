package no.abakus.bench;

/**
 * A figure with a target of its own. It is compared with no other figure.
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
