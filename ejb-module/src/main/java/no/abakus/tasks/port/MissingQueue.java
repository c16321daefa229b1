package no.abakus.tasks.port;

/** The cause of an exception if the broker has no queue of the name, and creates none. */
public final class MissingQueue extends Exception {

    private static final long serialVersionUID = 1;

    public MissingQueue(Exception why) {
        super(why.getMessage(), why);
    }
}
