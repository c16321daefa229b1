package no.abakus.tasks;

/**
 * What a node answers to an order.
 *
 * @param done whether it has done so
 * @param detail what it did, or why it did not and what would be possible
 */
public record ControlAnswer(boolean done, String detail) {

    /** Done as it was said. */
    public static ControlAnswer done(String detail) {
        return new ControlAnswer(true, detail);
    }

    /** Not done. */
    public static ControlAnswer refused(String detail) {
        return new ControlAnswer(false, detail);
    }
}
