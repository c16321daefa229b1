package no.abakus.tasks.delay;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.port.DelayedMessages;
import no.abakus.tasks.port.MissingQueue;
import no.abakus.tasks.port.ParkedMessage;
import no.abakus.tasks.spi.Rejection;

/** A broker in memory that can be unavailable, and whose queues can be full. */
final class FakeDelayed implements DelayedMessages {

    final List<ParkedMessage> sent = new ArrayList<>();
    final List<ParkedMessage> moved = new ArrayList<>();
    final List<Integer> batches = new ArrayList<>();
    final Set<String> full = new HashSet<>();
    final List<ParkedMessage> buried = new ArrayList<>();
    Predicate<String> isMissing = queue -> false;
    int received;
    boolean isAway;

    @Override
    public boolean areThere() {
        check();
        return !sent.isEmpty();
    }

    @Override
    public Received receive(int most) {
        check();
        List<ParkedMessage> batch = List.copyOf(sent.subList(0, Math.min(most, sent.size())));
        received += batch.size();
        batches.add(batch.size());
        sent.subList(0, batch.size()).clear();
        return new Received(batch, 0);
    }

    @Override
    public void send(List<ParkedMessage> messages) {
        check();
        for (ParkedMessage message : messages) {
            if (full.contains(message.queue())) {
                throw new OperationalException("the queue " + message.queue() + " is full");
            }
            if (isMissing.test(message.queue())) {
                throw new OperationalException("no queue", new MissingQueue(new Exception(message.queue())));
            }
            moved.add(message);
        }
    }

    @Override
    public void bury(ParkedMessage message, Rejection rejection) {
        check();
        buried.add(message);
    }

    private void check() {
        if (isAway) {
            throw new OperationalException("the broker is away");
        }
    }

    /** Restores its current state. */
    Runnable undo() {
        List<ParkedMessage> sentBefore = List.copyOf(sent);
        List<ParkedMessage> movedBefore = List.copyOf(moved);
        return () -> {
            sent.clear();
            sent.addAll(sentBefore);
            moved.clear();
            moved.addAll(movedBefore);
        };
    }
}
