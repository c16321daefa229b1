package no.abakus.tasks.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.operate.HeldTask;
import no.abakus.tasks.operate.WaitingTask;
import no.abakus.tasks.port.DeliveryHandler;
import no.abakus.tasks.port.Settlement;
import no.abakus.tasks.port.Transport;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.Hold;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.Returns;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;

/**
 * A broker in memory. Messages wait until a test asks for a delivery. The message with the highest priority is
 * delivered first and, among equal priorities, the one that is due first. If the handler throws an exception, the
 * message stays in the queue, and the delivery is counted. Passes {@code TransportContract}. Thread-safe.
 */
public final class InMemoryTransport implements Transport, Undoable {

    /** A sent message. */
    public record Sent(Route route, TaskMessage message) {}

    /** A dead letter. */
    public record DeadLetter(Route route, TaskMessage message, Rejection rejection) {}

    private record Waiting(Sent sent, Instant at, Instant due, long number, int deliveries) {
        Delivery delivery() {
            return new Delivery(sent.message(), sent.route(), at, due, deliveries + 1, deliveries > 0);
        }
    }

    private static final Comparator<Waiting> BY_URGENCY = Comparator.comparing(
                    (Waiting w) -> w.sent().route().priority(), Comparator.reverseOrder())
            .thenComparing(Waiting::due)
            .thenComparing(Waiting::number);

    private final TaskClock clock;
    private final List<Sent> sent = new ArrayList<>();
    private final Collection<Waiting> waiting = new ArrayList<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private String outage;

    /** Creates a transport whose messages become due by this clock. */
    public InMemoryTransport(TaskClock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void send(Route route, TaskMessage message) {
        if (outage != null) {
            throw new OperationalException("The broker did not take task " + message.task() + "[" + message.id()
                    + "] for queue '" + route.queue() + "': " + outage + "; nothing was sent");
        }
        Sent entry = new Sent(route, message);
        sent.add(entry);
        Instant now = clock.now();
        Instant due = message.deliverAt().filter(now::isBefore).orElse(now);
        waiting.add(new Waiting(entry, now, due, sent.size(), 0));
    }

    @Override
    public synchronized Runnable undo() {
        List<Sent> sentBefore = List.copyOf(sent);
        List<Waiting> waitingBefore = List.copyOf(waiting);
        return () -> restore(sentBefore, waitingBefore);
    }

    private synchronized void restore(List<Sent> sentBefore, List<Waiting> waitingBefore) {
        sent.clear();
        sent.addAll(sentBefore);
        waiting.clear();
        waiting.addAll(waitingBefore);
    }

    /** Makes every send fail from now on, as if the broker were unreachable, until {@link #restore}. */
    public synchronized void breakDown(String why) {
        outage = why;
    }

    /** Returns why the broker is unreachable; empty if it is reachable. */
    synchronized Optional<String> outage() {
        return Optional.ofNullable(outage);
    }

    /** Ends {@link #breakDown}. */
    public synchronized void restore() {
        outage = null;
    }

    /**
     * Delivers the most urgent message that is due in this queue, and settles it as the handler says. If the handler
     * throws an exception, so does this method, and the message stays in the queue.
     *
     * @return whether a message was due
     */
    public boolean deliverNext(String queue, DeliveryHandler handler) {
        return deliverNext(entry -> entry.sent().route().queue().equals(queue), handler);
    }

    /** Does the same as {@link #deliverNext(String, DeliveryHandler)}, but for any queue. */
    public boolean deliverNext(DeliveryHandler handler) {
        return deliverNext(entry -> true, handler);
    }

    private boolean deliverNext(Predicate<Waiting> wanted, DeliveryHandler handler) {
        Optional<Waiting> next = take(wanted);
        next.ifPresent(entry -> deliver(entry, handler));
        return next.isPresent();
    }

    /**
     * Delivers the first waiting message that was sent after this many others, even if it is not due. Apart from that,
     * does the same as {@link #deliverNext(DeliveryHandler)}.
     *
     * @return the message, if there was one
     */
    Optional<Sent> deliverSentAfter(int count, DeliveryHandler handler) {
        Optional<Waiting> next = takeSentAfter(count);
        next.ifPresent(entry -> deliver(entry, handler));
        return next.map(Waiting::sent);
    }

    private synchronized Optional<Waiting> takeSentAfter(int count) {
        Optional<Waiting> next =
                waiting.stream().filter(entry -> entry.number() > count).min(Comparator.comparing(Waiting::number));
        next.ifPresent(waiting::remove);
        return next;
    }

    private synchronized Optional<Waiting> take(Predicate<Waiting> wanted) {
        Instant now = clock.now();
        Optional<Waiting> next = waiting.stream()
                .filter(wanted)
                .filter(entry -> !entry.due().isAfter(now))
                .min(BY_URGENCY);
        next.ifPresent(waiting::remove);
        return next;
    }

    private void deliver(Waiting entry, DeliveryHandler handler) {
        Settlement settlement;
        try {
            settlement = handler.deliver(entry.delivery());
        } catch (RuntimeException | Error e) {
            giveBack(entry);
            throw e;
        }
        if (settlement instanceof Settlement.DeadLetter dead) {
            bury(entry.sent(), dead.rejection());
        }
    }

    private synchronized void giveBack(Waiting entry) {
        waiting.add(new Waiting(entry.sent(), entry.at(), entry.due(), entry.number(), entry.deliveries() + 1));
    }

    private synchronized void bury(Sent entry, Rejection rejection) {
        deadLetters.add(new DeadLetter(entry.route(), entry.message().died(), rejection));
    }

    /** Returns the time at which the next message of any queue is due; empty if none waits. */
    public synchronized Optional<Instant> nextDue() {
        return waiting.stream().map(Waiting::due).min(Comparator.naturalOrder());
    }

    /** Returns the time at which the next message of this queue is due; empty if none waits. */
    public synchronized Optional<Instant> nextDue(String queue) {
        return waiting.stream()
                .filter(entry -> entry.sent().route().queue().equals(queue))
                .map(Waiting::due)
                .min(Comparator.naturalOrder());
    }

    /** Returns all messages that were ever sent, the oldest first. */
    public synchronized List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** The messages that are not settled yet, most urgent first. */
    public synchronized List<Sent> waiting() {
        return waiting.stream().sorted(BY_URGENCY).map(Waiting::sent).toList();
    }

    /** The messages of this queue that are due by this instant, most urgent first. */
    synchronized List<WaitingTask> due(String queue, Instant now) {
        return listed(queue, entry -> !entry.due().isAfter(now), BY_URGENCY, entry -> Optional.empty());
    }

    /** The messages of this queue that are not due by this instant, the earliest due first. */
    synchronized List<WaitingTask> notDue(String queue, Instant now) {
        return listed(
                queue,
                entry -> entry.due().isAfter(now),
                Comparator.comparing(Waiting::due).thenComparing(Waiting::number),
                entry -> Optional.of(entry.due()));
    }

    private List<WaitingTask> listed(
            String queue,
            Predicate<Waiting> wanted,
            Comparator<Waiting> order,
            Function<Waiting, Optional<Instant>> due) {
        return waiting.stream()
                .filter(entry -> entry.sent().route().queue().equals(queue))
                .filter(wanted)
                .sorted(order)
                .map(entry -> new WaitingTask(
                        entry.sent().message().id(),
                        entry.sent().message().task(),
                        queue,
                        entry.sent().route().priority(),
                        entry.sent().message().retries(),
                        due.apply(entry),
                        entry.sent().message().summary(),
                        Optional.empty(),
                        entry.sent()
                                .message()
                                .hold()
                                .map(hold -> held(entry.sent().message(), hold)),
                        entry.sent().message().context().toMap().entrySet().stream()
                                .filter(value -> value.getValue() != null)
                                .collect(Collectors.toMap(Map.Entry::getKey, value -> value.getValue()
                                        .toString()))))
                .toList();
    }

    private static HeldTask held(TaskMessage message, Hold hold) {
        Returns returns = message.extras().returns();
        boolean isReturned = !returns.equals(Returns.NONE) && hold.since().isEmpty();
        return HeldTask.of(
                hold.grant(),
                hold.slot(),
                Optional.of(returns.reason()),
                isReturned ? Optional.of(returns.since()) : hold.since());
    }

    /** Removes the messages of a task from this queue. Returns whether there were any. */
    synchronized boolean remove(String queue, String taskId) {
        return waiting.removeIf(entry -> entry.sent().route().queue().equals(queue)
                && entry.sent().message().id().equals(taskId));
    }

    /** The dead letters. */
    public synchronized List<DeadLetter> deadLetters() {
        return List.copyOf(deadLetters);
    }
}
