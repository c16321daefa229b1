package no.abakus.tasks.worker;

import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.TaskMessage;

/**
 * Rejects a message whose id belongs to another task. The message changes neither that task's record nor its claim, and
 * none of its links are sent.
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
                "The id " + message.id() + " belongs to another task, or to another send of " + message.task()
                        + " (abakus_token). Every message needs its own id");
    }
}
