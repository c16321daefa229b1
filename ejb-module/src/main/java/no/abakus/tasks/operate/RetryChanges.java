package no.abakus.tasks.operate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.TaskOptions;

/**
 * What is different when a failed task is sent again. Everything that is not given here stays as it was sent.
 *
 * @param args the new positional arguments; empty if neither these nor {@code kwargs} change
 * @param kwargs the new arguments by parameter name; empty if neither these nor {@code args} change
 * @param options the options that change; an option that is set to none is removed
 */
public record RetryChanges(Optional<List<Object>> args, Optional<Map<String, Object>> kwargs, TaskOptions options) {

    /** Changes nothing, so that the task is sent again as it was. */
    public static final RetryChanges NONE = of(TaskOptions.empty());

    public RetryChanges {
        // Arguments may be null, which List.copyOf and Map.copyOf do not allow.
        args = args.map(values -> Collections.unmodifiableList(new ArrayList<>(values)));
        kwargs = kwargs.map(values -> Collections.unmodifiableMap(new LinkedHashMap<>(values)));
    }

    /** Returns changes to these options only. */
    public static RetryChanges of(TaskOptions options) {
        return new RetryChanges(Optional.empty(), Optional.empty(), options);
    }

    /** Whether nothing is different. */
    public boolean areNone() {
        return !changeArguments() && options.isEmpty();
    }

    /** Whether the arguments are different. If so, {@code args} and {@code kwargs} together are all the arguments. */
    public boolean changeArguments() {
        return args.isPresent() || kwargs.isPresent();
    }
}
