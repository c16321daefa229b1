package no.abakus.tasks.control;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import no.abakus.tasks.operate.QueueState;
import no.abakus.tasks.operate.WaitingTask;
import no.abakus.tasks.operate.WaitingTasks;
import no.abakus.tasks.port.BrokerAdmin;
import no.abakus.tasks.port.BrokerAdmin.Capability;
import no.abakus.tasks.port.Transactions;

/** The messages that wait at the broker in this application's queues. Thread-safe. */
final class Queues {

    private static final List<String> SET_ASIDE = List.of("dead_letter", "expired");

    private final Collection<String> names;
    private final BrokerAdmin broker;
    private final Transactions transactions;

    Queues(Collection<String> names, BrokerAdmin broker, Transactions transactions) {
        this.names = List.copyOf(names);
        this.broker = broker;
        this.transactions = transactions;
    }

    /**
     * The states of this application's queues. The broker provides the numbers, if it reports them. Abakus's own
     * records say which queues are paused.
     */
    List<QueueState> states(Collection<String> paused) {
        return transactions.outside(() -> {
            Set<Capability> can = broker.capabilities();
            return names.stream()
                    .map(name -> can.contains(Capability.COUNT) ? broker.state(name) : unknown(name))
                    .map(state -> paused.contains(state.queue()) ? paused(state) : state)
                    .toList();
        });
    }

    /** The queues of all applications at the broker, under the broker's names. */
    List<QueueState> ofAllApplications() {
        return transactions.outside(broker::all);
    }

    /**
     * The number of messages in the dead-letter queue and in the expired queue, if the broker reports these numbers.
     */
    Map<String, Long> setAside() {
        return transactions.outside(() -> {
            Map<String, Long> counts = new TreeMap<>();
            if (broker.capabilities().contains(Capability.COUNT)) {
                for (String name : SET_ASIDE) {
                    broker.state(name).waiting().ifPresent(count -> counts.put(name, count));
                }
            }
            return counts;
        });
    }

    private static QueueState unknown(String name) {
        OptionalLong unknown = OptionalLong.empty();
        return new QueueState(name, unknown, unknown, unknown, unknown, false);
    }

    private static QueueState paused(QueueState state) {
        return new QueueState(
                state.queue(),
                state.waiting(),
                state.scheduled(),
                state.delivering(),
                state.consumers(),
                true,
                state.oldest());
    }

    List<WaitingTask> waiting(int most) {
        return list(Capability.LIST_WAITING, "that are due", name -> broker.waiting(name, most));
    }

    /** Reads due tasks until this many are read, or the time is over. */
    WaitingTasks waiting(int most, ReadingTime time) {
        return read(
                Capability.LIST_WAITING, "that are due", most, time, (name, left) -> broker.waiting(name, left, time));
    }

    /** Reads tasks that are not due. The time can only end between two queues, because brokers list a whole queue. */
    WaitingTasks scheduled(int most, ReadingTime time) {
        return read(Capability.LIST_SCHEDULED, "that wait for their time", most, time, broker::scheduled);
    }

    private interface Look {
        List<WaitingTask> at(String queue, int most);
    }

    private WaitingTasks read(Capability needed, String what, int most, ReadingTime time, Look look) {
        return transactions.outside(() -> {
            check(needed, what);
            List<WaitingTask> found = new ArrayList<>();
            for (String name : names) {
                int left = most - found.size();
                if (left > 0 && time.getAsBoolean()) {
                    found.addAll(look.at(name, left));
                }
            }
            return new WaitingTasks(found, found.size() < most && !time.hasStopped());
        });
    }

    List<WaitingTask> scheduled(int most) {
        return list(Capability.LIST_SCHEDULED, "that wait for their time", name -> broker.scheduled(name, most));
    }

    private List<WaitingTask> list(Capability needed, String what, Function<String, List<WaitingTask>> look) {
        return transactions.outside(() -> {
            check(needed, what);
            return names.stream().map(look).flatMap(List::stream).toList();
        });
    }

    private void check(Capability needed, String what) {
        if (!broker.capabilities().contains(needed)) {
            throw new UnsupportedOperationException(
                    "This broker does not list the tasks " + what + ". The broker's own console may list them");
        }
    }

    /** The waiting task with this id. */
    Optional<WaitingTask> find(String id) {
        return transactions.outside(() -> names.stream()
                .map(name -> broker.find(name, id))
                .flatMap(Optional::stream)
                .findFirst());
    }

    /** Removes a waiting task from its queue, if the broker can; returns whether the task was found. */
    boolean remove(String id) {
        return transactions.outside(() -> broker.capabilities().contains(Capability.REMOVE)
                && names.stream().filter(name -> broker.remove(name, id)).count() > 0);
    }
}
