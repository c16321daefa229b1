package no.abakus.tasks.workflow;

import java.util.List;

/**
 * The tasks to send after a task has ended. Their ids are known before they are sent, so that the ended task's record
 * can contain the ids.
 */
public final class FollowUp {

    /** No tasks. */
    public static final FollowUp NONE = new FollowUp(List.of(), () -> {});

    private final List<String> ids;
    private final Runnable sending;

    FollowUp(List<String> ids, Runnable sending) {
        this.ids = ids;
        this.sending = sending;
    }

    /** Returns the ids of the tasks that become children of the ended task. */
    public List<String> ids() {
        return ids;
    }

    /** Sends the tasks, in the transaction that stores the outcome. */
    public void send() {
        sending.run();
    }
}
