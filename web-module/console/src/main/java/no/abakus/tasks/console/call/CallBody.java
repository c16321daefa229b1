package no.abakus.tasks.console.call;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.operate.RetryChanges;

/**
 * A call as a client wrote it.
 *
 * @param args the positional arguments
 * @param kwargs the arguments by parameter name
 * @param options the options of the call; null in JSON means "explicitly none"
 */
public record CallBody(List<?> args, Map<String, ?> kwargs, TaskOptions options) {

    private static final String ARGS = "args";
    private static final String KWARGS = "kwargs";

    /**
     * Reads the members of a JSON object.
     *
     * @throws TaskArgumentException if {@code args} is not an array, {@code kwargs} is not an object, or a number in
     *     them is beyond the range of a double
     * @throws TaskOptionException if another member is not an option, or its value is of the wrong type
     */
    public static CallBody of(Map<String, ?> members) {
        TaskOptions options = TaskOptions.empty();
        for (Map.Entry<String, ?> member : members.entrySet()) {
            if (!member.getKey().equals(ARGS) && !member.getKey().equals(KWARGS)) {
                options = CallOption.named(member.getKey()).read(member.getValue(), options);
            }
        }
        ArgumentNumbers.check(ARGS, members.get(ARGS));
        ArgumentNumbers.check(KWARGS, members.get(KWARGS));
        return new CallBody(args(members.get(ARGS)), kwargs(members.get(KWARGS)), options);
    }

    /**
     * Reads what changes when a task is sent again. A member that is left out keeps the value of the original call.
     *
     * @throws no.abakus.tasks.TaskException as {@link #of} does
     */
    public static RetryChanges changes(Map<String, ?> members) {
        CallBody call = of(members);
        return new RetryChanges(
                Optional.ofNullable(members.get(ARGS)).map(said -> new ArrayList<Object>(call.args)),
                Optional.ofNullable(members.get(KWARGS)).map(said -> new LinkedHashMap<String, Object>(call.kwargs)),
                call.options);
    }

    /** Sends the task with this name, with the arguments and options of the body. */
    public AsyncResult<Object> send(Tasks tasks, String task) {
        return tasks.call(task)
                .args(args.toArray())
                .kwargs(kwargs)
                .options(options)
                .applyAsync();
    }

    private static List<?> args(Object said) {
        if (said == null) {
            return List.of();
        }
        if (said instanceof List<?> args) {
            return args;
        }
        throw new TaskArgumentException("args is not a JSON array of the positional arguments; nothing was sent");
    }

    @SuppressWarnings("unchecked") // the members of a JSON object have names
    private static Map<String, ?> kwargs(Object said) {
        if (said == null) {
            return Map.of();
        }
        if (said instanceof Map<?, ?> kwargs) {
            return (Map<String, ?>) kwargs;
        }
        throw new TaskArgumentException("kwargs is not a JSON object of arguments by parameter name; nothing was sent");
    }
}
