package no.abakus.tasks.registry;

import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.FailedTask;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.TaskFailure;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.TaskSerializer;

/** Checks, before anything is sent, that a worker will be able to call the task. Celery: {@code typing}. */
public final class ArgumentCheck {

    /** A placeholder for the result of a task that has not run yet. */
    private static final Object RESULT = new Object();

    /** A sample of the argument that an error link gets first. */
    private static final FailedTask FAILED = new FailedTask(
            "id", "task", TaskState.FAILURE, TaskFailure.of("type", "message"), 0, "id", Optional.empty(), Map.of());

    private final TaskSerializer serializer;

    /** Creates a check that uses the serializer to find out how a worker would read a value. */
    public ArgumentCheck(TaskSerializer serializer) {
        this.serializer = serializer;
    }

    /**
     * Checks the number, names and types of the arguments.
     *
     * @param compiled whether the compiler has already checked the types, so that the contents of generic values need
     *     no check
     * @throws TaskArgumentException if an argument does not fit; the message names it and says what would be valid
     */
    public void check(TaskDefinition task, TaskArguments arguments, boolean compiled) {
        Object[] bound = ArgumentBinder.bind(task, arguments);
        for (int i = 0; i < bound.length; i++) {
            TaskParameter parameter = task.parameters().get(i);
            if (bound[i] != null && !fits(parameter, bound[i], compiled)) {
                convert(task, parameter, bound[i]);
            }
        }
    }

    /**
     * Checks a follow-up task's own arguments. The first task's result or failure comes before them.
     *
     * @param own the task's own arguments, as they are read from the message
     * @param afterFailure whether a {@link FailedTask} comes first, instead of a result that is still unknown
     */
    public void checkFollowing(TaskDefinition task, TaskArguments own, boolean afterFailure) {
        List<Object> all = new ArrayList<>();
        all.add(afterFailure ? FAILED : RESULT);
        all.addAll(own.args());
        Object[] bound = ArgumentBinder.bind(task, new TaskArguments(all, own.kwargs()));
        for (int i = 0; i < bound.length; i++) {
            TaskParameter parameter = task.parameters().get(i);
            if (bound[i] != null && bound[i] != RESULT && !fits(parameter, bound[i], false)) {
                convert(task, parameter, bound[i]);
            }
        }
    }

    private static boolean fits(TaskParameter parameter, Object value, boolean compiled) {
        Class<?> raw = parameter.rawType();
        Class<?> wrapped = raw.isPrimitive() ? MethodType.methodType(raw).wrap().returnType() : raw;
        return wrapped.isInstance(value) && (compiled || parameter.type() instanceof Class<?>);
    }

    private void convert(TaskDefinition task, TaskParameter parameter, Object value) {
        try {
            serializer.convert(value, parameter.type());
        } catch (IllegalArgumentException e) {
            throw new TaskArgumentException(
                    "Task " + task + " got a " + value.getClass().getSimpleName() + " for '" + parameter.name()
                            + "', which takes a " + SimpleTypeName.of(parameter.type()) + ": " + e.getMessage()
                            + "; nothing was sent",
                    e);
        }
    }
}
