package no.abakus.tasks.operate;

import java.util.Locale;

/** What a bulk operation does with each task or dead letter. */
public enum BulkAction {
    /** Sends failed tasks again, as {@link TaskHistory#retry} does. */
    RETRY,
    /** Revokes tasks, as {@link TaskControl#revoke} does. */
    REVOKE,
    /** Deletes dead letters, as {@link DeadLetterQueue#delete} does. */
    DELETE,
    /** Sends dead letters back to their queues, as {@link DeadLetterQueue#requeue} does. */
    REQUEUE,
    /** Deletes ended tasks from the history, as {@link TaskHistory#forget} does. */
    FORGET;

    /** Returns the action as the REST API writes it, such as {@code retry}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the action handles ended tasks, which only a history knows. */
    public boolean needsHistory() {
        return this == RETRY || this == FORGET;
    }

    /** Whether the action handles dead letters, not tasks. */
    public boolean isForLetters() {
        return this == DELETE || this == REQUEUE;
    }
}
