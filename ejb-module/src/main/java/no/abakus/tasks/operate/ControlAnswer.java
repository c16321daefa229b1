package no.abakus.tasks.operate;

/**
 * A node's reply to a command.
 *
 * @param done whether the node carried out the command
 * @param detail what the node did, or why it refused; a refusal also says what would be valid, if the node knows that
 */
public record ControlAnswer(boolean done, String detail) {

    /** Returns the reply of a node that carried the command out. */
    public static ControlAnswer done(String detail) {
        return new ControlAnswer(true, detail);
    }

    /** Returns the reply of a node that refused the command. */
    public static ControlAnswer refused(String detail) {
        return new ControlAnswer(false, detail);
    }
}
