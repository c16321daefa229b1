package no.abakus.tasks.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.operate.HistoryOrigin;
import no.abakus.tasks.operate.QueueDepth;
import no.abakus.tasks.operate.QueueState;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.tasks.operate.TaskHistory;
import no.abakus.tasks.port.DepthStore;
import no.abakus.tasks.testing.SettableClock;
import org.junit.jupiter.api.Test;

class DepthsTest {

    private final SettableClock clock = new SettableClock();
    private final Numbers store = new Numbers();
    private final Numbers ofTheShop = new Numbers();
    private HistoryOrigin.Kind kind = HistoryOrigin.Kind.DATABASE;
    private boolean isBrokerAway;
    private final Depths depths = node();

    private Depths node() {
        TaskControl control = proxy(TaskControl.class, () -> {
            if (isBrokerAway) {
                throw new OperationalException("The broker does not respond");
            }
            return List.of(QueueState.empty("mail"));
        });
        TaskHistory history = proxy(TaskHistory.class, () -> new HistoryOrigin(kind, "a", ""));
        return new Depths(store, application -> ofTheShop, control, history, clock);
    }

    private interface Answer {
        Object get();
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer.get()));
    }

    @Test
    void each_minute_is_sampled_once_by_all_nodes_together() {
        Depths other = node();
        for (int seconds = 0; seconds < 120; seconds += 10) {
            depths.sample();
            other.sample();
            clock.advance(Duration.ofSeconds(10));
        }

        assertThat(store.all)
                .extracting(QueueDepth::at)
                .containsExactly(SettableClock.START, SettableClock.START.plusSeconds(60));
    }

    @Test
    void a_minute_is_tried_again_while_the_broker_is_away() {
        isBrokerAway = true;
        depths.sample();
        assertThat(store.all).isEmpty();

        isBrokerAway = false;
        depths.sample();
        assertThat(store.all).hasSize(1);
    }

    @Test
    void nothing_is_sampled_without_a_history() {
        kind = HistoryOrigin.Kind.MEMORY_OFF;
        depths.sample();

        assertThat(store.all).isEmpty();
    }

    @Test
    void the_numbers_of_another_application_are_read_from_its_own_store() {
        depths.sample();

        assertThat(depths.minutes(SettableClock.START, clock.now().plusSeconds(60)))
                .containsExactly(SettableClock.START);
        assertThat(depths.of("shop").minutes(SettableClock.START, clock.now().plusSeconds(60)))
                .isEmpty();
    }

    private static final class Numbers implements DepthStore {
        private final List<QueueDepth> all = new ArrayList<>();

        @Override
        public boolean has(Instant minute) {
            return all.stream().anyMatch(depth -> depth.at().equals(minute));
        }

        @Override
        public void add(List<QueueDepth> depths) {
            all.addAll(depths);
        }

        @Override
        public List<QueueDepth> depths(Instant from, Instant to, Optional<String> queue) {
            return List.copyOf(all);
        }

        @Override
        public List<Instant> minutes(Instant from, Instant to) {
            return all.stream().map(QueueDepth::at).distinct().toList();
        }

        @Override
        public int removeDepths(Instant before) {
            return 0;
        }
    }
}
