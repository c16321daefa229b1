package no.abakus.tasks.worker;

import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.TaskMessage;

/**
 * The end of a message that has the id of another task: whatever it holds, it changes nothing of that task, neither its record nor
 * its claim, and nothing follows it.
 */
final class ForeignId {

    private ForeignId() {}

    static boolean is(Outcome outcome) {
        return outcome instanceof Outcome.Rejected rejected
                && rejected.rejection().reason() == Rejection.Reason.FOREIGN_ID;
    }

    static Outcome.Rejected rejected(TaskMessage message) {
        return new Outcome.Rejected(rejection(message));
    }

    static Rejection rejection(TaskMessage message) {
        return new Rejection(
                Rejection.Reason.FOREIGN_ID,
                "The id " + message.id() + " is that of another task, or of another send of " + message.task()
                        + " (abakus_token): a message of one's own needs an id of its own");
    }
}
