package no.abakus.tasks.control;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.abakus.logging.Log;
import no.abakus.tasks.event.EventSwitch;
import no.abakus.tasks.limit.RateLimits;
import no.abakus.tasks.limit.TimeAllowed;
import no.abakus.tasks.limit.TimeLimits;
import no.abakus.tasks.operate.ControlAnswer;
import no.abakus.tasks.order.Intake;
import no.abakus.tasks.registry.RateLimit;
import no.abakus.tasks.registry.TaskRegistry;
import no.abakus.tasks.worker.DeliveryGate;

/** Executes an operator's commands that change this node until it is restarted. */
final class NodeCommands {

    private static final Log log = Log.get("no.abakus.tasks");

    private final TaskRegistry registry;
    private final RateLimits limits;
    private final TimeLimits times;
    private final Intake intake;
    private final DeliveryGate deliveryGate;
    private final Listening listeners;
    private final EventSwitch events;
    private final ShutdownAfterDrain shutdown;

    NodeCommands(
            TaskRegistry registry,
            RateLimits limits,
            TimeLimits times,
            Intake intake,
            DeliveryGate deliveryGate,
            Listening listeners,
            EventSwitch events,
            ShutdownAfterDrain shutdown) {
        this.registry = registry;
        this.limits = limits;
        this.times = times;
        this.intake = intake;
        this.deliveryGate = deliveryGate;
        this.listeners = listeners;
        this.events = events;
        this.shutdown = shutdown;
    }

    void answerIn(NodeMessaging conversation) {
        conversation.answer(Questions.RATE_LIMIT.by(this::rateLimit));
        conversation.answer(Questions.TIME_LIMIT.by(this::timeLimit));
        conversation.answer(Questions.ADD_CONSUMER.by(queue -> consume(queue, true)));
        conversation.answer(Questions.CANCEL_CONSUMER.by(queue -> consume(queue, false)));
        conversation.answer(Questions.QUIET.by(nothing -> quiet()));
        conversation.answer(Questions.WAKE.by(nothing -> wake()));
        conversation.answer(Questions.SHUTDOWN.by(this::shutdown));
        conversation.answer(Questions.ENABLE_EVENTS.by(nothing -> events(true)));
        conversation.answer(Questions.DISABLE_EVENTS.by(nothing -> events(false)));
    }

    /** Changes only the rate of the limit, not its scope, burst or key. */
    private ControlAnswer rateLimit(Questions.Rate change) {
        if (registry.find(change.task()).isEmpty()) {
            return ControlAnswer.refused(registry.notFound(change.task()).getMessage());
        }
        Optional<RateLimit> wanted;
        try {
            wanted = RateLimit.parse(change.rate());
        } catch (IllegalArgumentException e) {
            return ControlAnswer.refused("The rate '" + change.rate() + "' is not valid: " + e.getMessage());
        }
        Optional<RateLimit> declared =
                registry.find(change.task()).orElseThrow().attributes().rateLimit();
        Optional<RateLimit> limit =
                wanted.map(rate -> declared.map(said -> said.atRateOf(rate)).orElse(rate));
        limits.change(change.task(), limit);
        String now = limit.map(RateLimit::toString).orElse("none");
        log.info("rate_limit_changed", "task", change.task(), "rate", now);
        return ControlAnswer.done("The rate limit of " + change.task() + " is " + now + " until the node is restarted");
    }

    private ControlAnswer timeLimit(Questions.Time change) {
        if (registry.find(change.task()).isEmpty()) {
            return ControlAnswer.refused(registry.notFound(change.task()).getMessage());
        }
        TimeAllowed allowed = change.allowed();
        times.change(change.task(), allowed);
        String soft = allowed.soft().map(Duration::toString).orElse("none");
        String hard = allowed.hard().map(Duration::toString).orElse("none");
        log.info("time_limit_changed", "task", change.task(), "soft", soft, "hard", hard);
        return ControlAnswer.done("The time limits of " + change.task() + " are " + soft + " (soft) and " + hard
                + " (hard) until the node is restarted");
    }

    private ControlAnswer consume(String queue, boolean on) {
        if (on && shutdown.hasBegun()) {
            return refusedByShutdown();
        }
        if (!listeners.queues().contains(queue)) {
            return ControlAnswer.refused("The listeners of the queue '" + queue + "' cannot be "
                    + (on ? "started" : "stopped") + " on this node alone. "
                    + (on ? "You can resume" : "You can pause") + " the queue for all nodes instead"
                    + (listeners.queues().isEmpty()
                            ? ""
                            : ". This node can start and stop the listeners of " + listeners.queues()));
        }
        listeners.turn(queue, on);
        int left = listeners.running(queue);
        return ControlAnswer.done("The queue '" + queue + "' is " + (on ? "" : "not ") + "consumed by this node"
                + (on || left == 0
                        ? ""
                        : ". Its listeners stop when its running tasks on this node (" + left + ") have ended"));
    }

    private ControlAnswer quiet() {
        intake.close();
        deliveryGate.hold(DeliveryGate.Reason.QUIET);
        listeners.adjustSoon();
        log.info("node_quiet");
        return ControlAnswer.done("The node takes no new tasks");
    }

    private ControlAnswer wake() {
        if (shutdown.hasBegun()) {
            return refusedByShutdown();
        }
        intake.open();
        deliveryGate.release(DeliveryGate.Reason.QUIET);
        listeners.adjustSoon();
        log.info("node_awake");
        Set<DeliveryGate.Reason> others = deliveryGate.reasons();
        if (others.isEmpty()) {
            return ControlAnswer.done("The node takes new tasks");
        }
        String why = others.stream().sorted().map(NodeCommands::text).collect(Collectors.joining("; "));
        return ControlAnswer.done("The node is no longer quiet, but still takes no new tasks: " + why);
    }

    private static ControlAnswer refusedByShutdown() {
        return ControlAnswer.refused(
                "The node is shutting down and takes no new tasks. Its server stops when no task is running any more, or"
                        + " when the grace period ends. An order to shut down cannot be withdrawn");
    }

    private static String text(DeliveryGate.Reason reason) {
        return switch (reason) {
            case ABANDONED_THREADS -> "too many task methods are still running after their time limit";
            case STOPPING -> "it is stopping";
            case QUIET -> "an operator has quieted it again";
            case SHUTTING_DOWN -> "it is shutting down";
            case UNABLE -> "it lacks something that it needs to run tasks; its health says what";
            case NAME_TAKEN -> "another live node has its name";
        };
    }

    private ControlAnswer shutdown(long graceMillis) {
        quiet();
        // A wake command that arrives at the same time undoes only quiet(), so the node stays closed.
        intake.closeForGood();
        deliveryGate.hold(DeliveryGate.Reason.SHUTTING_DOWN);
        Duration grace = Duration.ofMillis(graceMillis);
        return ControlAnswer.done("The node takes no new tasks. Its server stops when no task is running any more, "
                + (shutdown.begin(grace)
                        ? "at the latest in " + grace
                        : "or when the grace period of an earlier order ends, because its shutdown has begun already"));
    }

    private ControlAnswer events(boolean on) {
        events.turn(on);
        log.info("events_switched", "on", on);
        return ControlAnswer.done("Monitoring events are " + (on ? "on" : "off"));
    }
}
