package no.abakus.tasks.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.config.LongestSpan;
import no.abakus.tasks.limit.TimeAllowed;
import no.abakus.tasks.operate.ActiveTask;
import no.abakus.tasks.operate.ControlAnswer;
import no.abakus.tasks.operate.NodeStats;
import no.abakus.tasks.operate.QueueState;
import no.abakus.tasks.operate.Revocable;
import no.abakus.tasks.operate.RevokeReport;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.tasks.operate.WaitingTask;
import no.abakus.tasks.operate.WaitingTasks;
import no.abakus.tasks.spi.Pause;

/** Carries out an operator's requests: queries nodes and the broker, and sends commands to nodes. Thread-safe. */
final class OperatorControl implements TaskControl {

    private final OperatorParts office;
    private final Set<String> names;
    private final Duration patience;

    OperatorControl(OperatorParts office) {
        this(office, Set.of(), ReplyTimeout.STANDARD);
    }

    private OperatorControl(OperatorParts office, Set<String> names, Duration patience) {
        this.office = office;
        this.names = names;
        this.patience = patience;
    }

    @Override
    public TaskControl on(String... nodes) {
        return new OperatorControl(office, Set.copyOf(Arrays.asList(nodes)), patience);
    }

    @Override
    public TaskControl within(Duration longest) {
        if (longest.isNegative() || LongestSpan.isExceededBy(longest)) {
            throw new TaskOptionException(
                    "The wait for answers is " + longest + ", but must be 0 or more and at most 292 years");
        }
        return new OperatorControl(office, names, longest);
    }

    private <Q, A> Map<String, A> ask(Command<Q, A> command, Q content) {
        return office.transactions().outside(() -> office.nodes().ask(command, content, names, patience));
    }

    private <A, V> Map<String, V> learn(Command<String, A> command, Function<A, V> shown) {
        Map<String, V> answers = new TreeMap<>();
        ask(command, Questions.NOTHING).forEach((node, answer) -> answers.put(node, shown.apply(answer)));
        return answers;
    }

    @Override
    public RevokeReport revoke(Revocable which, boolean terminate) {
        return office.revoker().revoke(which, terminate, patience);
    }

    @Override
    public Map<String, Duration> ping() {
        long asked = office.node().clock().nanos();
        Map<String, Duration> answers = new LinkedHashMap<>();
        office.transactions()
                .outside(() -> office.nodes().askEach(Questions.PING, Questions.NOTHING, names, patience, node -> {
                    synchronized (answers) {
                        answers.putIfAbsent(node, office.node().clock().since(asked));
                    }
                }));
        synchronized (answers) {
            return new TreeMap<>(answers);
        }
    }

    @Override
    public Map<String, List<ActiveTask>> active() {
        return learn(Questions.ACTIVE, Arrays::asList);
    }

    @Override
    public Map<String, List<String>> registered() {
        return learn(Questions.REGISTERED, Arrays::asList);
    }

    @Override
    public Map<String, NodeStats> stats() {
        return learn(Questions.STATS, Function.identity());
    }

    @Override
    public List<QueueState> queues() {
        return office.queues().states(pausedQueues());
    }

    @Override
    public List<QueueState> queuesOfAllApplications() {
        return office.queues().ofAllApplications();
    }

    @Override
    public Map<String, Long> setAside() {
        return office.queues().setAside();
    }

    @Override
    public List<WaitingTask> reserved(int most) {
        return office.queues().waiting(positive(most));
    }

    @Override
    public List<WaitingTask> scheduled(int most) {
        return office.queues().scheduled(positive(most));
    }

    @Override
    public WaitingTasks reserved(int most, Duration longest) {
        return office.queues()
                .waiting(positive(most), new ReadingTime(office.node().clock(), longest));
    }

    @Override
    public WaitingTasks scheduled(int most, Duration longest) {
        return office.queues()
                .scheduled(positive(most), new ReadingTime(office.node().clock(), longest));
    }

    @Override
    public Optional<WaitingTask> waiting(String id) {
        return office.queues().find(id);
    }

    private static int positive(int most) {
        if (most < 1) {
            throw new TaskOptionException("The limit of the list is " + most + ", but must be 1 or more");
        }
        return most;
    }

    @Override
    public Map<String, ControlAnswer> rateLimit(String task, Optional<String> rate) {
        return ask(Questions.RATE_LIMIT, new Questions.Rate(task, rate.orElse("")));
    }

    @Override
    public Map<String, ControlAnswer> timeLimit(String task, Optional<Duration> soft, Optional<Duration> hard) {
        TimeAllowed allowed;
        try {
            allowed = new TimeAllowed(soft, hard).checked();
        } catch (IllegalArgumentException e) {
            throw new TaskOptionException(e.getMessage() + "; nothing was changed", e);
        }
        return ask(Questions.TIME_LIMIT, Questions.Time.of(task, allowed));
    }

    @Override
    public void pauseQueue(String queue) {
        office.pauses().pause(Pause.Of.QUEUE, queue);
    }

    @Override
    public boolean resumeQueue(String queue) {
        return office.pauses().resume(Pause.Of.QUEUE, queue);
    }

    @Override
    public void pauseTask(String task) {
        office.pauses().pause(Pause.Of.TASK, task);
    }

    @Override
    public boolean resumeTask(String task) {
        return office.pauses().resume(Pause.Of.TASK, task);
    }

    @Override
    public List<String> pausedQueues() {
        return office.pauses().names(Pause.Of.QUEUE);
    }

    @Override
    public List<String> pausedTasks() {
        return office.pauses().names(Pause.Of.TASK);
    }

    @Override
    public Map<String, Instant> queuesPausedSince() {
        return office.pauses().since(Pause.Of.QUEUE);
    }

    @Override
    public Map<String, Instant> tasksPausedSince() {
        return office.pauses().since(Pause.Of.TASK);
    }

    @Override
    public Optional<Instant> revokedAt(String id) {
        return office.orders().revokedAt(id);
    }

    @Override
    public Map<String, Map<String, Instant>> waitingForSlot() {
        return learn(Questions.SLOT_WAITS, waits -> Arrays.stream(waits)
                .collect(Collectors.toUnmodifiableMap(Questions.SlotWait::id, Questions.SlotWait::since)));
    }

    @Override
    public Optional<WaitingTask> sentBack(String id) {
        return ask(Questions.SENT_BACK, id).values().stream()
                .flatMap(Arrays::stream)
                // If several nodes have sent the task back, the last of them knows when it comes again.
                .max(Comparator.comparing(task -> task.queuedAt().orElse(Instant.MIN)));
    }

    @Override
    public Map<String, ControlAnswer> addConsumer(String queue) {
        return ask(Questions.ADD_CONSUMER, queue);
    }

    @Override
    public Map<String, ControlAnswer> cancelConsumer(String queue) {
        return ask(Questions.CANCEL_CONSUMER, queue);
    }

    @Override
    public Map<String, ControlAnswer> quiet() {
        return ask(Questions.QUIET, Questions.NOTHING);
    }

    @Override
    public Map<String, ControlAnswer> wake() {
        return ask(Questions.WAKE, Questions.NOTHING);
    }

    @Override
    public Map<String, ControlAnswer> shutdown(Duration grace) {
        if (grace.isNegative() || LongestSpan.isExceededBy(grace)) {
            throw new TaskOptionException(
                    "The grace period is " + grace + ", but must be 0 or more and at most 292 years");
        }
        return ask(Questions.SHUTDOWN, grace.toMillis());
    }

    @Override
    public Map<String, ControlAnswer> enableEvents() {
        return ask(Questions.ENABLE_EVENTS, Questions.NOTHING);
    }

    @Override
    public Map<String, ControlAnswer> disableEvents() {
        return ask(Questions.DISABLE_EVENTS, Questions.NOTHING);
    }
}
