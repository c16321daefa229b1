package no.abakus.tasks.delay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import no.abakus.tasks.operate.QueueState;
import no.abakus.tasks.operate.WaitingTask;
import no.abakus.tasks.port.BrokerAdmin;

/** A broker with two scheduled tasks in each queue, which can only count and list. */
record FakeQueues(Instant now) implements BrokerAdmin {

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.COUNT, Capability.LIST_SCHEDULED);
    }

    @Override
    public QueueState state(String queue) {
        return new QueueState(
                queue, OptionalLong.of(1), OptionalLong.of(2), OptionalLong.of(3), OptionalLong.of(4), false);
    }

    @Override
    public List<WaitingTask> waiting(String queue, int most) {
        return List.of();
    }

    @Override
    public List<WaitingTask> scheduled(String queue, int most) {
        return List.of(task("a", Duration.ofMinutes(1)), task("b", Duration.ofHours(2))).stream()
                .limit(most)
                .toList();
    }

    private WaitingTask task(String id, Duration in) {
        return new WaitingTask(id, "mail.send", "default", 4, 0, Optional.of(now.plus(in)), Optional.empty());
    }

    @Override
    public void pause(String queue) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void resume(String queue) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean remove(String queue, String taskId) {
        throw new UnsupportedOperationException();
    }
}
