package no.abakus.tasks.port;

/** The cause of an exception that is thrown because the broker does not have a queue, and does not create it. */
public final class MissingQueue extends Exception {

    private static final long serialVersionUID = 1;

    public MissingQueue(Exception why) {
        super(why.getMessage(), why);
    }
}
