package no.abakus.tasks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A call of one task as a value. Immutable. Celery: {@code task.s(…)}.
 *
 * @param task the task's name
 * @param args the positional arguments; may contain nulls
 * @param kwargs the arguments by parameter name
 * @param options the options of the call
 * @param immutable whether a linked task with this signature runs with its own arguments only, without the outcome of
 *     the preceding task. Celery: {@code task.si(…)}
 */
public record TaskSignature(
        String task, List<Object> args, Map<String, Object> kwargs, TaskOptions options, boolean immutable)
        implements Signature {

    public TaskSignature {
        Objects.requireNonNull(task, "A signature needs the name of its task");
        args = Collections.unmodifiableList(new ArrayList<>(args));
        kwargs = Collections.unmodifiableMap(new LinkedHashMap<>(kwargs));
        Objects.requireNonNull(options, "A signature's options may be empty, but not null");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.task(this);
    }

    /** Returns a signature without arguments and options. */
    public static TaskSignature of(String task) {
        return new TaskSignature(task, List.of(), Map.of(), TaskOptions.empty(), false);
    }

    /**
     * Returns this signature with these positional arguments instead, as in
     * {@code tasks.signature("mail.send").args("a@b.no")}. To remove the arguments, call {@link #withArgs} without
     * arguments, because {@link #args()} returns the arguments.
     *
     * @param newArgs the arguments; may contain nulls
     */
    public TaskSignature args(Object... newArgs) {
        return withArgs(newArgs);
    }

    /** Returns this signature with these arguments by name instead, as in {@link TaskCall#kwargs}. */
    public TaskSignature kwargs(Map<String, ?> newKwargs) {
        return withKwargs(newKwargs);
    }

    /** Returns this signature with these positional arguments instead. */
    public TaskSignature withArgs(Object... newArgs) {
        return new TaskSignature(task, Arrays.asList(newArgs), kwargs, options, immutable);
    }

    /** Returns this signature with these arguments by name instead. */
    public TaskSignature withKwargs(Map<String, ?> newKwargs) {
        return new TaskSignature(task, args, new LinkedHashMap<>(newKwargs), options, immutable);
    }

    /** Returns this signature with these options added. They override existing options. Celery: {@code sig.set(…)}. */
    public TaskSignature set(TaskOptions more) {
        return new TaskSignature(task, args, kwargs, more.over(options), immutable);
    }

    /**
     * Returns this signature as an immutable one. If it is linked to a task, it runs with its own arguments only.
     * Celery: {@code immutable=True}.
     */
    public TaskSignature asImmutable() {
        return new TaskSignature(task, args, kwargs, options, true);
    }

    /**
     * Returns this signature with these links added. They are sent when the signature's task has succeeded. Celery:
     * {@code sig.link(…)}.
     */
    public TaskSignature link(Signature... callbacks) {
        return with(TaskOption.LINK, callbacks);
    }

    /**
     * Returns this signature with these error links added. They are sent when the signature's task has failed. Celery:
     * {@code sig.link_error(…)}.
     */
    public TaskSignature linkError(Signature... errbacks) {
        return with(TaskOption.LINK_ERROR, errbacks);
    }

    private TaskSignature with(TaskOption<List<Signature>> option, Signature... more) {
        List<Signature> all = new ArrayList<>(options.get(option).orElse(List.of()));
        Collections.addAll(all, more);
        return set(TaskOptions.empty().with(option, List.copyOf(all)));
    }
}
