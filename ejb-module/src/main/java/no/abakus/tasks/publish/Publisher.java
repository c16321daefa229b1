package no.abakus.tasks.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import no.abakus.logging.LogContext;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.TaskSignature;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.message.Encoding;
import no.abakus.tasks.message.WrittenBody;
import no.abakus.tasks.publish.Prepared.Copy;
import no.abakus.tasks.registry.TaskAttributes;
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.registry.TaskParameters;
import no.abakus.tasks.routing.Router;
import no.abakus.tasks.spi.FollowUps;
import no.abakus.tasks.spi.Hold;
import no.abakus.tasks.spi.MessageExtras;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.spi.TaskEvent.Expired.FoundBy;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.tracing.SendTraces;
import no.abakus.tasks.tracing.Tracing;

/** Sends tasks. Thread-safe. */
public final class Publisher {

    private final MessageParts parts;
    private final Router router;
    private final Dispatch dispatch;
    private final TaskEvents events;
    private final SentEvents sent;
    private final Tracing tracing;
    private final Supplier<Optional<Lineage>> running;
    private final SenderIdentity identity;

    /**
     * Creates a publisher for the node with this identity.
     *
     * @param dispatch sends the messages
     * @param tracing traces the sends
     * @param running returns the task that the calling thread runs
     */
    public Publisher(
            MessageParts parts,
            Router router,
            Dispatch dispatch,
            TaskEvents events,
            Tracing tracing,
            Supplier<Optional<Lineage>> running,
            SenderIdentity identity) {
        this.parts = parts;
        this.router = router;
        this.dispatch = dispatch;
        this.events = events;
        this.sent = new SentEvents(events, dispatch.transactions());
        this.tracing = tracing;
        this.running = running;
        this.identity = identity;
    }

    /** Whether the call or a route names a destination. If so, a task can be sent even if it is unknown here. */
    public boolean knowsWhere(TaskSignature signature) {
        return router.leadsSomewhere(router.options(signature));
    }

    /**
     * Sends the task of this signature. If this thread runs a task, that task becomes the parent. A task that has
     * already expired is not sent, but reported as an event.
     *
     * @param definition the task's definition; empty for a task of another application
     * @return the message as it was sent
     */
    public TaskMessage publish(TaskSignature signature, Optional<TaskDefinition> definition) {
        return tracing.asCaller(
                () -> publish(prepared(signature, definition, running.get(), parameters(definition), false)));
    }

    /**
     * Sends the task of this signature as a child of {@code parent}. If the task would expire before it is due, it is
     * not sent, but reported as expired, because the sender of the parent could not know when the parent would end.
     *
     * @param definition the task's definition; empty for a task of another application
     * @param parent the task that sends the new task; empty if none does
     * @return the message as it was sent
     */
    public TaskMessage publish(TaskSignature signature, Optional<TaskDefinition> definition, Optional<Lineage> parent) {
        return tracing.asCaller(() -> publish(prepared(signature, definition, parent, Optional.empty(), true)));
    }

    private TaskMessage publish(Prepared task) {
        if (tellIfExpired(task)) {
            return task.message();
        }
        SendTraces traces = tracing.sends();
        Prepared traced = task.tracedBy(traces);
        traces.around(() -> dispatch.send(traced));
        tellSent(traced);
        return traced.message();
    }

    /**
     * Sends all of these tasks or, if one cannot be sent, none of them. If this thread runs a task, that task becomes
     * their parent.
     *
     * @param definition returns the task's definition for a signature
     * @return the messages, in the same order
     */
    public List<TaskMessage> publishAll(
            List<TaskSignature> signatures, Function<TaskSignature, Optional<TaskDefinition>> definition) {
        return tracing.asCaller(() -> publishTogether(signatures, definition));
    }

    private List<TaskMessage> publishTogether(
            List<TaskSignature> signatures, Function<TaskSignature, Optional<TaskDefinition>> definition) {
        Optional<Lineage> parent = running.get();
        List<Prepared> tasks = signatures.stream()
                .map(signature -> {
                    Optional<TaskDefinition> known = definition.apply(signature);
                    return prepared(signature, known, parent, parameters(known), false);
                })
                .toList();
        SendTraces traces = tracing.sends();
        List<Prepared> due = tasks.stream()
                .filter(task -> !tellIfExpired(task))
                .map(task -> task.tracedBy(traces))
                .toList();
        traces.around(() -> dispatch.sendTogether(due));
        due.forEach(this::tellSent);
        return tasks.stream().map(Prepared::message).toList();
    }

    /** Returns the types to which a worker will convert the arguments; empty if the arguments are not checked. */
    private static Optional<TaskParameters> parameters(Optional<TaskDefinition> definition) {
        return definition.map(TaskDefinition::parameters);
    }

    /**
     * Prepares a task.
     *
     * @param mayBeTooLate whether the task may expire before it is due
     */
    private Prepared prepared(
            TaskSignature signature,
            Optional<TaskDefinition> definition,
            Optional<Lineage> parent,
            Optional<TaskParameters> readAs,
            boolean mayBeTooLate) {
        TaskOptions options = router.options(signature);
        TextOptions.check(signature, options);
        TaskAttributes attributes = definition.map(TaskDefinition::attributes).orElse(TaskAttributes.DEFAULTS);
        Optional<Instant> eta = DueTime.of(options, identity.clock());
        Optional<Instant> expires =
                ExpiryTime.of(options, attributes, mayBeTooLate ? Optional.empty() : eta, identity.clock());
        List<Route> routes = router.destinations(attributes, options);
        TaskMessage message = message(signature, definition, parent, options, eta, expires, readAs);
        return new Prepared(copies(message, routes), options, parent);
    }

    /**
     * Returns a copy of the message for each route. Each copy is a task with its own id; the common root shows that the
     * copies belong together.
     */
    private List<Copy> copies(TaskMessage message, List<Route> routes) {
        if (routes.size() == 1) {
            return List.of(new Copy(message, routes.get(0)));
        }
        List<Copy> copies = new ArrayList<>(routes.size());
        for (Route route : routes) {
            copies.add(new Copy(copies.isEmpty() ? message : fresh(message), route));
        }
        return copies;
    }

    /**
     * Checks, as far as possible now, that the task of this signature could be sent later. Sends nothing.
     *
     * @throws no.abakus.tasks.TaskException if the task could not be sent
     */
    public void check(TaskSignature signature, Optional<TaskDefinition> definition) {
        check(signature, definition, false);
    }

    /**
     * Checks that the task of this signature could be sent when its parent has ended. Sends nothing.
     *
     * @throws no.abakus.tasks.TaskException if the task could not be sent
     */
    public void checkFollowing(TaskSignature signature, Optional<TaskDefinition> definition) {
        check(signature, definition, true);
    }

    private void check(TaskSignature signature, Optional<TaskDefinition> definition, boolean mayBeTooLate) {
        TaskSignature named = signature.options().says(TaskOption.TASK_ID)
                ? signature
                : signature.set(TaskOptions.empty().with(TaskOption.TASK_ID, "none yet"));
        // The arguments are not checked, because they are still incomplete: the result of the previous task comes
        // first.
        dispatch.check(prepared(named, definition, Optional.empty(), Optional.empty(), mayBeTooLate));
    }

    private TaskMessage fresh(TaskMessage message) {
        String id = identity.ids().next();
        return message.copiedAs(id, Optional.of(identity.tokens().next(id)));
    }

    private boolean tellIfExpired(Prepared task) {
        if (!task.hasExpired(identity.clock().now())) {
            return false;
        }
        for (Copy copy : task.copies()) {
            dispatch.expired(copy.message());
            events.publish(
                    () -> new TaskEvent.Expired(copy.message(), copy.route().queue(), FoundBy.SENDER));
        }
        return true;
    }

    private void tellSent(Prepared task) {
        boolean isChild = task.options().get(TaskOption.ADD_TO_PARENT).orElse(true);
        for (Copy copy : task.copies()) {
            sent.publish(copy.message(), copy.route());
            if (isChild) {
                task.parent().ifPresent(parent -> parent.children()
                        .accept(copy.message().id()));
            }
        }
    }

    private TaskMessage message(
            TaskSignature signature,
            Optional<TaskDefinition> definition,
            Optional<Lineage> parent,
            TaskOptions options,
            Optional<Instant> eta,
            Optional<Instant> expires,
            Optional<TaskParameters> readAs) {
        TaskAttributes attributes = definition.map(TaskDefinition::attributes).orElse(TaskAttributes.DEFAULTS);
        MessageExtras extras = RequestedExtras.of(options, attributes, expires, parts.headers());
        TaskArguments arguments = new TaskArguments(signature.args(), signature.kwargs());
        WrittenBody body = parts.codec()
                .encode(
                        signature.task(),
                        arguments,
                        Encoding.of(options, attributes.serializer(), attributes.compression()),
                        readAs);
        String id = id(options);
        List<String> parameters =
                definition.map(task -> task.parameters().names()).orElse(List.of());
        return new TaskMessage(
                new TaskMessage.Identity(
                        id,
                        signature.task(),
                        parent.map(Lineage::rootId).orElse(id),
                        parent.map(Lineage::taskId),
                        identity.node(),
                        Optional.of(identity.tokens().next(id))),
                new TaskMessage.Timing(0, eta, Optional.empty()),
                new TaskMessage.Payload(
                        body.contentType(),
                        body.compression(),
                        body.body(),
                        parts.summaries().of(arguments, parameters)),
                ignoreResult(options, definition),
                followUps(options),
                parts.contexts().pack(LogContext.current()),
                extras);
    }

    /**
     * Returns what the message says about ignoring the result. The message says something only if the call does, or if
     * the result is wanted. Otherwise, the worker uses the task's own attribute.
     */
    private static Optional<Boolean> ignoreResult(TaskOptions options, Optional<TaskDefinition> definition) {
        if (options.says(TaskOption.IGNORE_RESULT)) {
            return options.get(TaskOption.IGNORE_RESULT);
        }
        boolean wanted = definition.isPresent()
                && !definition.get().attributes().results().ignore();
        return wanted ? Optional.of(false) : Optional.empty();
    }

    private FollowUps followUps(TaskOptions options) {
        if (options.isEmpty()) {
            return FollowUps.NONE;
        }
        return new FollowUps(
                parts.signatures().write(TaskOption.LINK, options),
                parts.signatures().write(TaskOption.LINK_ERROR, options));
    }

    private String id(TaskOptions options) {
        String id = options.get(TaskOption.TASK_ID).orElseGet(identity.ids()::next);
        if (id.isBlank()) {
            throw new TaskOptionException(TaskOption.TASK_ID + " is blank; leave it out for a new id");
        }
        return id;
    }

    /**
     * Sends the message of an earlier task as a new task with a new id. The body and the properties stay as they were.
     * The message is part of the caller's transaction, if there is one.
     *
     * @return the message as it was sent
     */
    public TaskMessage resend(Route route, TaskMessage earlier) {
        TaskMessage message = fresh(earlier);
        dispatch.sendNew(route, message);
        events.publish(() -> new TaskEvent.Sent(message, route));
        return message;
    }

    /**
     * Sends the message of an earlier task as a new task, with some changes. The message is part of the caller's
     * transaction, if there is one.
     *
     * @param definition the task's definition; empty for a task of another application
     * @return the message as it was sent
     */
    public TaskMessage publishAgain(EarlierTask task, Optional<TaskDefinition> definition) {
        TextOptions.check(task.changes(), task.options());
        String id = id(task.options());
        TaskMessage message = new ChangedParts(parts, identity.clock())
                .message(task, definition)
                .copiedAs(id, Optional.of(identity.tokens().next(id)));
        TaskAttributes attributes = definition.map(TaskDefinition::attributes).orElse(TaskAttributes.DEFAULTS);
        List<Route> routes = task.route()
                .map(before -> router.destinations(attributes, task.options(), before))
                .orElseGet(() -> router.destinations(attributes, router.options(task.changes())));
        return publish(new Prepared(copies(message, routes), task.options(), Optional.empty()));
    }

    /** Sends a message back to the broker, to be delivered at the time of the hold. */
    public void hold(Route route, TaskMessage message, Hold hold) {
        republish(route, message.heldBy(hold, identity.clock().now()));
    }

    /** Sends a message again: for a task's next execution, or because the task must wait for its turn. */
    public void republish(Route route, TaskMessage message) {
        dispatch.sendAgain(route, message);
    }
}
