package no.abakus.sample.diagnostics;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import no.abakus.tasks.FailedTask;

/**
 * Describes a failed task as JSON text that fits into the ledger. Leaves out the log context, and shortens the message
 * and the traceback.
 */
final class FailedTaskText {

    /** Short enough that the whole text, with its escapes, normally fits into the 4,000 characters of the column. */
    private static final int MAX_TEXT = 1_200;

    private FailedTaskText() {}

    static String of(FailedTask failed) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("task_id", failed.id())
                .add("name", failed.task())
                .add("state", failed.state().name())
                .add("type", failed.exception().type())
                .add("message", cut(failed.exception().message().orElse("")))
                .add("traceback", cut(failed.exception().traceback()))
                .add("retries", failed.retries())
                .add("root_id", failed.rootId());
        failed.parentId().ifPresent(parent -> json.add("parent_id", parent));
        return json.build().toString();
    }

    private static String cut(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
    }
}
