package no.abakus.tasks.workflow;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.abakus.tasks.Signature;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.TaskException;
import no.abakus.tasks.TaskNotFoundException;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.TaskSignature;
import no.abakus.tasks.message.SignatureCodec;
import no.abakus.tasks.publish.Publisher;
import no.abakus.tasks.registry.ArgumentCheck;
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.registry.TaskRegistry;
import no.abakus.tasks.spi.TaskArguments;

/**
 * Checks the follow-up tasks of a task as a worker will read them from the message. So the caller learns of mistakes
 * immediately. Otherwise, a worker would find them only later. Errors name the place as a path, such as
 * {@code link[0].options.priority}. Thread-safe.
 */
final class LinkCheck {

    /** The maximum nesting of links within links; deeper nesting is a mistake. */
    static final int MAX_DEPTH = 64;

    /** The maximum number of follow-up tasks of one task, including their own follow-up tasks. */
    static final int MAX_COUNT = 1_000;

    private static final List<TaskOption<List<Signature>>> LINKS = List.of(TaskOption.LINK, TaskOption.LINK_ERROR);

    private final TaskRegistry registry;
    private final Publisher publisher;
    private final SignatureCodec codec;
    private final ArgumentCheck arguments;

    LinkCheck(TaskRegistry registry, Publisher publisher, SignatureCodec codec, ArgumentCheck arguments) {
        this.registry = registry;
        this.publisher = publisher;
        this.codec = codec;
        this.arguments = arguments;
    }

    /** Checks all follow-up tasks of this task. */
    void check(TaskSignature signature) {
        for (TaskOption<List<Signature>> option : LINKS) {
            if (signature.options().get(option).isPresent()) {
                count(signature, option, 0, 0);
                Optional<String> written = codec.write(option, signature.options());
                Set<String> ids = new HashSet<>();
                signature.options().get(TaskOption.TASK_ID).ifPresent(ids::add);
                check(
                        signature.task(),
                        option,
                        option.optionName(),
                        written.map(codec::read).orElse(List.of()),
                        ids);
            }
        }
    }

    private static int count(TaskSignature signature, TaskOption<List<Signature>> option, int before, int depth) {
        int count = before;
        for (Signature next : signature.options().get(option).orElse(List.of())) {
            if (++count > MAX_COUNT || depth == MAX_DEPTH) {
                throw new TaskOptionException("A task may be followed by at most " + MAX_COUNT
                        + " other tasks, nested at most " + MAX_DEPTH + " deep, but this " + option
                        + " exceeds a limit; nothing was sent");
            }
            int counted = count;
            count = next.accept(task -> countLinks(task, counted, depth + 1));
        }
        return count;
    }

    private static int countLinks(TaskSignature signature, int before, int depth) {
        int count = before;
        for (TaskOption<List<Signature>> nested : LINKS) {
            count = count(signature, nested, count, depth);
        }
        return count;
    }

    private void check(
            String task, TaskOption<List<Signature>> option, String path, List<Signature> following, Set<String> ids) {
        for (int i = 0; i < following.size(); i++) {
            String place = path + "[" + i + "]";
            String refusal = "A " + option + " of " + task + " cannot be sent: " + place;
            following.get(i).accept(next -> checked(next, option, place, refusal, ids));
        }
    }

    private TaskSignature checked(
            TaskSignature next, TaskOption<List<Signature>> option, String place, String refusal, Set<String> ids) {
        checkId(next, refusal, ids);
        Optional<TaskDefinition> definition = registry.find(next.task());
        checkIsKnown(next, definition, refusal);
        checkArguments(next, definition, option == TaskOption.LINK_ERROR, refusal);
        checkOptions(next, definition, refusal);
        for (TaskOption<List<Signature>> nested : LINKS) {
            check(
                    next.task(),
                    nested,
                    place + ".options." + nested,
                    next.options().get(nested).orElse(List.of()),
                    new HashSet<>(ids));
        }
        return next;
    }

    /** Checks that no other task of the call has the same id, because the second such task could not be sent later. */
    private static void checkId(TaskSignature next, String refusal, Set<String> ids) {
        next.options().get(TaskOption.TASK_ID).ifPresent(id -> {
            if (!ids.add(id)) {
                throw new TaskOptionException(refusal + ".options.task_id: another task of this call has the id '" + id
                        + "', too. Leave the option out for a new id; nothing was sent");
            }
        });
    }

    private void checkIsKnown(TaskSignature next, Optional<TaskDefinition> definition, String refusal) {
        if (next.task().isBlank()) {
            throw new TaskOptionException(refusal + ".task is blank, but must be the name of a task; nothing was sent");
        }
        if (definition.isEmpty() && registry.isComplete() && !publisher.knowsWhere(next)) {
            throw new TaskNotFoundException(
                    refusal + ".task: " + registry.notFound(next.task()).getMessage() + "; nothing was sent");
        }
    }

    private void checkArguments(
            TaskSignature next, Optional<TaskDefinition> definition, boolean afterFailure, String refusal) {
        if (definition.isEmpty() || !definition.get().attributes().typing()) {
            return;
        }
        TaskArguments own = new TaskArguments(next.args(), next.kwargs());
        try {
            if (next.immutable()) {
                arguments.check(definition.get(), own, false);
            } else {
                arguments.checkFollowing(definition.get(), own, afterFailure);
            }
        } catch (TaskArgumentException e) {
            throw new TaskArgumentException(refusal + ".args: " + e.getMessage(), e);
        }
    }

    private void checkOptions(TaskSignature next, Optional<TaskDefinition> definition, String refusal) {
        Optional<TaskException> wrong = trouble(next, definition);
        if (wrong.isEmpty()) {
            return;
        }
        String message = wrong.get().getMessage();
        if (wrong.get() instanceof TaskArgumentException) {
            throw new TaskArgumentException(refusal + ".args: " + message, wrong.get());
        }
        throw new TaskOptionException(refusal + ".options" + culprit(next, definition) + ": " + message, wrong.get());
    }

    private Optional<TaskException> trouble(TaskSignature next, Optional<TaskDefinition> definition) {
        try {
            publisher.check(next, definition);
            return Optional.empty();
        } catch (TaskException e) {
            return Optional.of(e);
        }
    }

    /** Returns the only invalid option; an empty string if several options are invalid. */
    private String culprit(TaskSignature next, Optional<TaskDefinition> definition) {
        for (TaskOption<?> suspect : TaskOption.all()) {
            if (next.options().says(suspect)
                    && trouble(without(next, suspect), definition).isEmpty()) {
                return "." + suspect;
            }
        }
        return "";
    }

    private static TaskSignature without(TaskSignature signature, TaskOption<?> left) {
        TaskOptions options = TaskOptions.empty();
        for (TaskOption<?> option : TaskOption.all()) {
            if (option != left && signature.options().says(option)) {
                options = copied(option, signature.options(), options);
            }
        }
        return new TaskSignature(
                signature.task(), signature.args(), signature.kwargs(), options, signature.immutable());
    }

    private static <T> TaskOptions copied(TaskOption<T> option, TaskOptions from, TaskOptions to) {
        return from.get(option).map(value -> to.with(option, value)).orElseGet(() -> to.withNone(option));
    }
}
