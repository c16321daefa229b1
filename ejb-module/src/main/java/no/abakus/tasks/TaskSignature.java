package no.abakus.tasks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A call of one task as a value. Celery: {@code task.s(…)}.
 *
 * @param task the task's name
 * @param args the positional arguments; null is an argument like any other
 * @param kwargs the arguments by parameter name
 * @param options the options of the call
 */
public record TaskSignature(String task, List<Object> args, Map<String, Object> kwargs, TaskOptions options)
        implements Signature {

    public TaskSignature {
        Objects.requireNonNull(task, "A signature needs the name of its task");
        args = Collections.unmodifiableList(new ArrayList<>(args));
        kwargs = Collections.unmodifiableMap(new LinkedHashMap<>(kwargs));
        Objects.requireNonNull(options, "A signature's options may be empty, not null");
    }

    /** A signature without arguments and options. */
    public static TaskSignature of(String task) {
        return new TaskSignature(task, List.of(), Map.of(), TaskOptions.empty());
    }

    /** The same with these positional arguments instead. */
    public TaskSignature withArgs(Object... newArgs) {
        return new TaskSignature(task, Arrays.asList(newArgs), kwargs, options);
    }

    /** The same with these arguments by name instead. */
    public TaskSignature withKwargs(Map<String, ?> newKwargs) {
        return new TaskSignature(task, args, new LinkedHashMap<>(newKwargs), options);
    }

    /** The same with these options added; what they say wins. Celery: {@code sig.set(…)}. */
    public TaskSignature set(TaskOptions more) {
        return new TaskSignature(task, args, kwargs, more.over(options));
    }
}
