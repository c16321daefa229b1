package no.abakus.tasks.message;

import java.util.Map;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.ParameterTypes;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.TaskSerializer;
import no.abakus.tasks.spi.UnreadableMessageException;

/**
 * Reads the written body during the call, as a worker will later. Some values can be written but not read, or come back
 * as different values.
 */
final class ReadBack {

    private final String task;
    private final TaskSerializer serializer;

    ReadBack(String task, TaskSerializer serializer) {
        this.task = task;
        this.serializer = serializer;
    }

    /**
     * Checks that a worker will get these arguments from this body.
     *
     * @throws TaskArgumentException if a worker would not get them
     */
    void check(TaskArguments sent, MessageBody body, ParameterTypes types) {
        if (PlainValues.all(sent) && !Narrow.areAmong(sent, types)) {
            return;
        }
        TaskArguments read = read(body, types);
        for (int i = 0; i < Math.min(sent.args().size(), read.args().size()); i++) {
            compare("args[" + i + "]", sent.args().get(i), read.args().get(i));
        }
        for (Map.Entry<String, Object> argument : sent.kwargs().entrySet()) {
            compare(
                    "kwargs." + argument.getKey(),
                    argument.getValue(),
                    read.kwargs().get(argument.getKey()));
        }
    }

    private TaskArguments read(MessageBody body, ParameterTypes types) {
        try {
            return serializer.read(body, types);
        } catch (UnreadableMessageException e) {
            throw unreadable(e.rejection().detail(), e);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            throw unreadable(e.getClass().getSimpleName(), e);
        }
    }

    private TaskArgumentException unreadable(String why, Throwable cause) {
        return new TaskArgumentException(
                "The arguments of " + task + " can be written as " + serializer.name() + ", but a worker could not"
                        + " read them: " + why + "; nothing was sent",
                cause);
    }

    private void compare(String where, Object sent, Object read) {
        Arrival.change(sent, read).ifPresent(change -> {
            throw new TaskArgumentException("The argument " + where + " of " + task + " would not arrive unchanged: "
                    + change + " when written as " + serializer.name()
                    + "; choose another serializer, or another type, such as text; nothing was sent");
        });
    }
}
