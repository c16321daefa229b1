package no.abakus.bench;

/**
 * A figure of its own, and what it should reach.
 *
 * @param figure the figure
 * @param target its bound, in the unit of the figure
 */
record Bounded(Measurement figure, Target target) {

    /** Returns in words whether the median reaches the target. */
    String verdict() {
        return target + (target.isMetBy(figure.median()) ? " met" : " MISSED");
    }
}
