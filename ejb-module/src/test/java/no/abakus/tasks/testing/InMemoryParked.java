package no.abakus.tasks.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.abakus.tasks.operate.WaitingTask;
import no.abakus.tasks.port.ParkedMessage;
import no.abakus.tasks.port.ParkedStore;

/** Parked messages in memory. Thread-safe. */
public final class InMemoryParked implements ParkedStore, Undoable {

    private static final Comparator<ParkedMessage> BY_DUE = Comparator.comparing(ParkedMessage::due);
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final List<ParkedMessage> messages = new ArrayList<>();

    @Override
    public synchronized void add(List<ParkedMessage> more) {
        messages.addAll(more);
        messages.sort(BY_DUE);
    }

    @Override
    public synchronized Optional<Instant> firstDue() {
        return messages.stream().map(ParkedMessage::due).findFirst();
    }

    @Override
    public synchronized List<ParkedMessage> take(Instant until, int most, Set<String> without) {
        List<ParkedMessage> taken = new ArrayList<>();
        int bytes = 0;
        for (ParkedMessage message : messages) {
            boolean isWanted = !message.due().isAfter(until) && !without.contains(message.queue());
            if (isWanted && taken.size() < most && bytes < MOST_BYTES) {
                bytes += message.content().length;
                taken.add(message);
            }
        }
        Set<ParkedMessage> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        gone.addAll(taken);
        messages.removeIf(gone::contains);
        return taken;
    }

    @Override
    public synchronized boolean remove(String queue, String taskId) {
        return messages.removeIf(
                message -> message.queue().equals(queue) && message.taskId().equals(taskId));
    }

    @Override
    public synchronized long count(String queue) {
        return messages.stream()
                .filter(message -> message.queue().equals(queue))
                .count();
    }

    @Override
    public Optional<WaitingTask> find(String queue, String taskId) {
        return list(queue, Integer.MAX_VALUE).stream()
                .filter(task -> task.id().equals(taskId))
                .findFirst();
    }

    @Override
    public synchronized List<WaitingTask> list(String queue, int most) {
        return messages.stream()
                .filter(message -> message.queue().equals(queue))
                .limit(most)
                .map(message -> new WaitingTask(
                        message.taskId(),
                        message.task(),
                        message.queue(),
                        message.priority(),
                        message.retries(),
                        Optional.of(message.due()),
                        message.summary(),
                        Optional.empty(),
                        Optional.empty(),
                        message.context()))
                .toList();
    }

    @Override
    public synchronized Runnable undo() {
        List<ParkedMessage> before = List.copyOf(messages);
        return () -> {
            synchronized (this) {
                messages.clear();
                messages.addAll(before);
            }
        };
    }
}
