package no.abakus.tasks.operate;

import java.util.Locale;

/** What a bulk operation does with each task or dead letter. */
public enum BulkAction {
    /** Sends failed tasks again, as {@link TaskHistory#retry}. */
    RETRY,
    /** Revokes tasks, as {@link TaskControl#revoke}. */
    REVOKE,
    /** Deletes dead letters, as {@link DeadLetterQueue#delete}. */
    DELETE,
    /** Sends dead letters back to their queues, as {@link DeadLetterQueue#requeue}. */
    REQUEUE,
    /** Deletes ended tasks from the history, as {@link TaskHistory#forget}. */
    FORGET;

    /** The action as the REST API writes it, such as {@code retry}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the action handles dead letters, not tasks. */
    public boolean isForLetters() {
        return this == DELETE || this == REQUEUE;
    }
}
