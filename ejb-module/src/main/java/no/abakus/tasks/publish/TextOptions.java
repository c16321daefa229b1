package no.abakus.tasks.publish;

import java.util.List;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.TaskSignature;
import no.abakus.tasks.config.KeyText;

/**
 * The string options of a call that become message properties and row keys. A string that could never be sent or stored
 * is rejected at the call.
 */
final class TextOptions {

    private static final List<TaskOption<String>> ALL = List.of(
            TaskOption.TASK_ID,
            TaskOption.QUEUE,
            TaskOption.APPLICATION,
            TaskOption.EXCHANGE,
            TaskOption.ROUTING_KEY,
            TaskOption.SHADOW,
            TaskOption.GROUP,
            TaskOption.CORRELATION_ID,
            TaskOption.REPLY_TO,
            TaskOption.SERIALIZER,
            TaskOption.COMPRESSION);

    private TextOptions() {}

    static void check(TaskSignature signature, TaskOptions options) {
        check("The name of the task", signature.task());
        if (options.isEmpty()) {
            return;
        }
        for (TaskOption<String> option : ALL) {
            options.get(option).filter(text -> !text.isBlank()).ifPresent(text -> check(option.toString(), text));
        }
        options.get(TaskOption.CORRELATION_ID).ifPresent(TextOptions::checkHeader);
    }

    private static void checkHeader(String text) {
        if (!KeyText.fitsHeader(text)) {
            throw new TaskOptionException(TaskOption.CORRELATION_ID + " '" + KeyText.shown(text)
                    + "' contains a character beyond U+FFFF, which not every broker carries in a header;"
                    + " nothing was sent");
        }
    }

    private static void check(String what, String text) {
        KeyText.problem(text).ifPresent(problem -> {
            throw new TaskOptionException(what + " '" + KeyText.shown(text) + "' " + problem + "; nothing was sent");
        });
    }
}
