package no.abakus.tasks.operate;

/**
 * A node's reply to a command.
 *
 * @param done whether the node carried out the command
 * @param detail what the node did, or why it refused and which commands or values are valid
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
