package no.abakus.tasks.workflow;

import java.util.List;

/** What is sent when a task has ended: known before it is sent, so that the task's record can name it. */
public final class FollowUp {

    /** Nothing. */
    public static final FollowUp NONE = new FollowUp(List.of(), () -> {});

    private final List<String> ids;
    private final Runnable sending;

    FollowUp(List<String> ids, Runnable sending) {
        this.ids = ids;
        this.sending = sending;
    }

    /** The ids of the tasks that become children of the one that has ended. */
    public List<String> ids() {
        return ids;
    }

    /** Sends it, in the transaction that keeps the end. */
    public void send() {
        sending.run();
    }
}
