package no.abakus.tasks.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import no.abakus.tasks.RateLimitScope;
import no.abakus.tasks.config.NodeIdentity;
import no.abakus.tasks.registry.RateLimit;
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.registry.TaskRegistry;
import no.abakus.tasks.spi.Hold;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.InMemoryPace;
import no.abakus.tasks.testing.MessageDraft;
import no.abakus.tasks.testing.SampleMessages;
import no.abakus.tasks.testing.SettableClock;

/** Whatever the rate, and however tasks arrive and workers are late: the rate is met, on one node and on several. */
@Tag("long")
class RatePropertiesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private record Due(Instant at, TaskMessage message) {}

    /** A cluster in which a random node takes what is due next. */
    private static final class Cluster {
        private final SettableClock clock = new SettableClock();
        private final PriorityQueue<Due> broker = new PriorityQueue<>(Comparator.comparing(Due::at));
        private final List<Instant> begun = new ArrayList<>();
        private final List<RateLimits> nodes = new ArrayList<>();
        private final Random chance;
        private final TaskDefinition task;
        private int deliveries;

        Cluster(int size, RateLimit limit, long seed) {
            chance = new Random(seed);
            task = LimitedTask.definition();
            InMemoryPace shared = new InMemoryPace();
            for (int i = 0; i < size; i++) {
                RateLimits node = new RateLimits(
                        new TaskRegistry(List.of(task)),
                        shared,
                        clock,
                        new NodeIdentity("node-" + i, "run-" + i, Instant.EPOCH),
                        SampleMessages.TOKENS.seals());
                node.change(task.name(), java.util.Optional.of(limit));
                nodes.add(node);
            }
        }

        void send(int count, Duration distance) {
            for (int i = 0; i < count; i++) {
                broker.add(new Due(
                        SettableClock.START.plus(distance.multipliedBy(i)),
                        new MessageDraft("id-" + i, task.name()).message()));
            }
        }

        /** Delivers everything for this long; {@code late} is the most milliseconds that a worker is late. */
        void run(Duration span, int late) {
            Instant end = clock.now().plus(span);
            while (!broker.isEmpty() && !broker.peek().at().isAfter(end)) {
                Due next = broker.poll();
                Instant at = next.at().plusMillis(chance.nextInt(late + 1));
                clock.set(at.isAfter(clock.now()) ? at : clock.now());
                deliveries++;
                RateLimits node = nodes.get(chance.nextInt(nodes.size()));
                node.admit(task, next.message(), new Object[0])
                        .ifPresentOrElse(
                                hold -> broker.add(
                                        new Due(hold.until(), next.message().heldBy(hold))),
                                () -> begun.add(clock.now()));
            }
        }

        long mostInAMinute() {
            long most = 0;
            int first = 0;
            for (int last = 0; last < begun.size(); last++) {
                while (Duration.between(begun.get(first), begun.get(last)).compareTo(MINUTE) >= 0) {
                    first++;
                }
                most = Math.max(most, last - first + 1);
            }
            return most;
        }
    }

    @Property(tries = 60)
    void a_flood_is_worked_off_at_the_rate(
            @ForAll @IntRange(min = 60, max = 3_000) int perMinute,
            @ForAll @IntRange(min = 1, max = 3) int nodes,
            @ForAll boolean cluster,
            @ForAll @IntRange(max = 30) int late,
            @ForAll long seed) {
        RateLimit limit = RateLimit.parse(perMinute + "/m")
                .orElseThrow()
                .counted(cluster ? RateLimitScope.CLUSTER : RateLimitScope.NODE, 1, java.util.Optional.empty());
        int rate = cluster ? perMinute : perMinute * nodes;
        Cluster system = new Cluster(nodes, limit, seed);
        system.send(rate * 3, Duration.ZERO);

        system.run(MINUTE.multipliedBy(2), late);

        assertThat((double) system.begun.size()).isBetween(rate * 2 * 0.95, rate * 2 * 1.05 + nodes);
        assertThat((double) system.mostInAMinute()).isLessThanOrEqualTo(rate * 1.05 + nodes);
    }

    @Property(tries = 60)
    void what_comes_slower_than_the_limit_is_not_held_up(
            @ForAll @IntRange(min = 2, max = 600) int perMinute, @ForAll @IntRange(min = 1, max = 3) int nodes) {
        RateLimit limit = RateLimit.parse(perMinute + "/m")
                .orElseThrow()
                .counted(RateLimitScope.CLUSTER, 1, java.util.Optional.empty());
        Cluster system = new Cluster(nodes, limit, 1);
        system.send(100, limit.interval());

        system.run(limit.interval().multipliedBy(100), 0);

        assertThat(system.begun).hasSize(100);
        assertThat(system.deliveries).isEqualTo(100);
    }

    @Property(tries = 30)
    void turns_that_all_workers_missed_are_not_made_up_for_at_once(
            @ForAll @IntRange(min = 60, max = 1_200) int perMinute, @ForAll @IntRange(min = 10, max = 50) int outage) {
        RateLimit limit = RateLimit.parse(perMinute + "/m").orElseThrow();
        Cluster system = new Cluster(1, limit, 1);
        system.send(perMinute * 3, Duration.ZERO);
        system.run(Duration.ofSeconds(1), 0);
        system.clock.advance(Duration.ofSeconds(outage));

        system.run(MINUTE, 0);

        assertThat((double) system.mostInAMinute()).isLessThanOrEqualTo(perMinute * 1.05 + 2);
    }

    @Property(tries = 30)
    void a_restarted_node_forgets_its_turns_and_keeps_the_rate(@ForAll @IntRange(min = 60, max = 1_200) int perMinute) {
        RateLimit limit = RateLimit.parse(perMinute + "/m").orElseThrow();
        Cluster system = new Cluster(1, limit, 1);
        system.send(perMinute * 3, Duration.ZERO);
        system.run(Duration.ofSeconds(10), 0);
        RateLimits restarted = new RateLimits(
                new TaskRegistry(List.of(system.task)),
                new InMemoryPace(),
                system.clock,
                new NodeIdentity("node-0", "again", Instant.EPOCH),
                SampleMessages.TOKENS.seals());
        restarted.change(system.task.name(), java.util.Optional.of(limit));
        system.nodes.set(0, restarted);
        system.begun.clear();

        system.run(MINUTE, 0);

        assertThat((double) system.begun.size()).isBetween(perMinute * 0.95 - 1, perMinute * 1.05 + 1);
    }

    @Property(tries = 20)
    void many_keys_are_forgotten_once_nobody_waits(@ForAll @IntRange(min = 1, max = 100) int seconds) {
        RateLimit limit = RateLimit.parse("1/s").orElseThrow();
        Limited limited = new Limited(limit, key -> Line.ofNode(limit));
        Instant now = SettableClock.START;
        for (int i = 0; i < 10_000; i++) {
            limited.line("key-" + i, now).turn(now);
        }
        Line busy = limited.line("key-0", now);
        busy.turn(now.plusSeconds(seconds));

        limited.line("one more", now.plusSeconds(seconds));

        assertThat(limited.lines()).isEqualTo(2);
        assertThat(limited.line("key-0", now)).isSameAs(busy);
    }

    /** A hold names its limit; a hold of another limit, or of none, is void. */
    @Property(tries = 10)
    void a_turn_of_another_limit_is_void(@ForAll @IntRange(min = 1, max = 1_000) int seconds) {
        RateLimit limit = RateLimit.parse("1/s").orElseThrow();
        Cluster system = new Cluster(1, limit, 1);
        Hold strange = new Hold(SettableClock.START, SettableClock.START.plusSeconds(seconds), "2/s|node-0|run-0");

        assertThat(system.nodes
                        .get(0)
                        .admit(
                                system.task,
                                new MessageDraft("1", system.task.name())
                                        .hold(strange)
                                        .message(),
                                new Object[0]))
                .isEmpty();
    }
}
