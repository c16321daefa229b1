package no.abakus.tasks.control;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import no.abakus.logging.LogContext;
import no.abakus.logging.Redaction;
import no.abakus.tasks.event.EventSwitch;
import no.abakus.tasks.limit.RateLimits;
import no.abakus.tasks.operate.ActiveTask;
import no.abakus.tasks.operate.NodeStats;
import no.abakus.tasks.operate.WaitingTask;
import no.abakus.tasks.order.Intake;
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.registry.TaskRegistry;
import no.abakus.tasks.worker.EarlySlots;
import no.abakus.tasks.worker.Progress;
import no.abakus.tasks.worker.RunningTask;
import no.abakus.tasks.worker.RunningTasks;
import no.abakus.tasks.worker.SentBack;

/** Answers queries about this node. */
final class NodeQueries {

    private static final int MOST_KEYS = 32;
    private static final int LONGEST_VALUE = 256;

    private final Node node;
    private final TaskRegistry registry;
    private final RunningTasks running;
    private final SentBack sentBack;
    private final EarlySlots slots;
    private final RateLimits limits;
    private final Intake intake;
    private final TaskCounters tally;
    private final EventSwitch events;
    private final ClockSkew skew;
    private final LongSupplier historyDropped;
    private final Instant startedAt;

    NodeQueries(
            Node node,
            TaskRegistry registry,
            RunningTasks running,
            SentBack sentBack,
            EarlySlots slots,
            RateLimits limits,
            Intake intake,
            TaskCounters tally,
            EventSwitch events,
            ClockSkew skew,
            LongSupplier historyDropped) {
        this.node = node;
        this.registry = registry;
        this.running = running;
        this.sentBack = sentBack;
        this.slots = slots;
        this.limits = limits;
        this.intake = intake;
        this.tally = tally;
        this.events = events;
        this.skew = skew;
        this.historyDropped = historyDropped;
        this.startedAt = node.clock().now();
    }

    void answerIn(NodeMessaging conversation) {
        conversation.answer(Questions.PING.by(nothing -> true));
        conversation.answer(Questions.ACTIVE.by(nothing -> active()));
        conversation.answer(Questions.SLOT_WAITS.by(nothing -> slotWaits()));
        conversation.answer(Questions.SENT_BACK.by(this::sentBack));
        conversation.answer(Questions.REGISTERED.by(nothing -> registered()));
        conversation.answer(Questions.STATS.by(nothing -> stats()));
    }

    private ActiveTask[] active() {
        return running.all().stream().map(NodeQueries::shown).toArray(ActiveTask[]::new);
    }

    private static ActiveTask shown(RunningTask task) {
        return new ActiveTask(
                task.id(),
                task.task(),
                task.queue(),
                task.message().retries(),
                task.since(),
                task.message().summary(),
                task.thread().map(Thread::getName),
                task.progress().map(reported -> Progress.shown(reported, Redaction.active())),
                context(task.message().context(), Redaction.active()));
    }

    /**
     * Limits the number and the length of the values, because a node's reply contains the contexts of all running tasks
     * and must not become too long.
     */
    private static Map<String, String> context(LogContext context, Redaction redaction) {
        Map<String, String> shown = new TreeMap<>();
        context.forEach((key, value) -> {
            if (shown.size() < MOST_KEYS && value != null) {
                String text = String.valueOf(redaction.value(key, value));
                shown.put(key, text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…");
            }
        });
        return shown;
    }

    private Questions.SlotWait[] slotWaits() {
        return slots.waiting().entrySet().stream()
                .map(wait -> new Questions.SlotWait(wait.getKey(), wait.getValue()))
                .toArray(Questions.SlotWait[]::new);
    }

    private WaitingTask[] sentBack(String id) {
        return sentBack.find(id).stream().toArray(WaitingTask[]::new);
    }

    private String[] registered() {
        return registry.all().stream().map(TaskDefinition::name).sorted().toArray(String[]::new);
    }

    private NodeStats stats() {
        Runtime machine = Runtime.getRuntime();
        Map<String, String> rates = new TreeMap<>();
        limits.all().forEach((task, limit) -> rates.put(task, limit.toString()));
        return new NodeStats(
                node.name(),
                ProcessHandle.current().pid(),
                startedAt,
                intake.isOpen(),
                running.all().size(),
                tally.byTask(),
                tally.byEnd(),
                rates,
                events.isOn(),
                events.dropped(),
                machine.availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                machine.totalMemory() - machine.freeMemory(),
                machine.maxMemory(),
                skew.ahead().map(ahead -> ahead.toMillis() / 1e3).orElse(null),
                historyDropped.getAsLong());
    }
}
