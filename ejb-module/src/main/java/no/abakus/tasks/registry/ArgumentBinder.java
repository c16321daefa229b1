package no.abakus.tasks.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.spi.TaskArguments;

/**
 * Binds positional and named arguments to a task's parameters, or throws an exception that says which arguments do not
 * fit.
 */
public final class ArgumentBinder {

    private ArgumentBinder() {}

    /**
     * Returns one value per parameter.
     *
     * @throws TaskArgumentException if there are too many, too few, unknown or duplicate arguments, or if the value of
     *     a primitive is null
     */
    public static Object[] bind(TaskDefinition task, TaskArguments arguments) {
        TaskParameters parameters = task.parameters();
        List<Object> args = arguments.args();
        if (args.size() > parameters.size()) {
            throw misfit(task, "got " + args.size() + " positional arguments for " + parameters.size() + " parameters");
        }
        Object[] bound = new Object[parameters.size()];
        boolean[] given = new boolean[bound.length];
        for (int i = 0; i < args.size(); i++) {
            bound[i] = args.get(i);
            given[i] = true;
        }
        if (!arguments.kwargs().isEmpty()) {
            bindNamed(task, arguments.kwargs(), bound, given);
        }
        checkAllThere(task, bound, given);
        return bound;
    }

    private static void bindNamed(TaskDefinition task, Map<String, Object> kwargs, Object[] bound, boolean[] given) {
        for (Map.Entry<String, Object> kwarg : kwargs.entrySet()) {
            int position = task.parameters().indexOf(kwarg.getKey());
            if (position < 0) {
                throw misfit(task, "has no parameter '" + kwarg.getKey() + "'" + namesHint(task));
            }
            if (given[position]) {
                throw misfit(task, "got '" + kwarg.getKey() + "' twice, by position and by name");
            }
            bound[position] = kwarg.getValue();
            given[position] = true;
        }
    }

    private static void checkAllThere(TaskDefinition task, Object[] bound, boolean[] given) {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < bound.length; i++) {
            TaskParameter parameter = task.parameters().get(i);
            if (!given[i] && parameter.isOptional()) {
                bound[i] = Optional.empty();
            } else if (!given[i]) {
                missing.add(parameter.name());
            } else if (bound[i] == null && parameter.rawType().isPrimitive()) {
                throw misfit(task, "got null for '" + parameter.name() + "', which takes a " + parameter.rawType());
            }
        }
        if (!missing.isEmpty()) {
            throw misfit(task, "got nothing for " + String.join(", ", missing));
        }
    }

    private static String namesHint(TaskDefinition task) {
        boolean unnamed = task.parameters().indexOf("arg0") == 0;
        return unnamed ? "; the names are not known, because its class was compiled without -parameters" : "";
    }

    private static TaskArgumentException misfit(TaskDefinition task, String what) {
        return new TaskArgumentException("Task " + task + " " + what + "; nothing was run or sent");
    }
}
