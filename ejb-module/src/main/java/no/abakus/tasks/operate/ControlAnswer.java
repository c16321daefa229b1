package no.abakus.tasks.operate;

/**
 * A node's reply to a command.
 *
 * @param done whether the node carried it out
 * @param detail what it did, or why it did not and what would be possible
 */
public record ControlAnswer(boolean done, String detail) {

    /** The command was carried out. */
    public static ControlAnswer done(String detail) {
        return new ControlAnswer(true, detail);
    }

    /** The command was not carried out. */
    public static ControlAnswer refused(String detail) {
        return new ControlAnswer(false, detail);
    }
}
