package no.abakus.tasks.delay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.DelayConfig;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.delay.jdbc.JdbcParked;
import no.abakus.tasks.operate.WaitingTask;
import no.abakus.tasks.port.BrokerAdmin.Capability;
import no.abakus.tasks.port.ParkedMessage;
import no.abakus.tasks.port.ParkedStore;
import no.abakus.tasks.testing.CapturedLines;
import no.abakus.tasks.testing.InMemoryParked;
import no.abakus.tasks.testing.SettableClock;
import org.junit.jupiter.api.Test;

/** A task is parked once and moved once, in time, whatever is unavailable and whichever node dies. */
class ParkingTest {

    private static final Duration LEAD = Duration.ofMinutes(1);

    private final SettableClock clock = new SettableClock();
    private final FakeDelayed broker = new FakeDelayed();
    private final InMemoryParked store = new InMemoryParked();
    private final Undoing transactions = new Undoing(List.of(broker::undo, store::undo));
    private final Arrivals arrivals = new Arrivals(broker, store, transactions);
    private final Departures departures =
            new Departures(store, broker, transactions, clock, new DelayConfig(Duration.ofMinutes(5)));

    private ParkedMessage message(String id, String queue, Duration in) {
        return new ParkedMessage(id, "mail.send", queue, 4, 0, clock.now().plus(in), Optional.empty(), new byte[1]);
    }

    private List<ParkedMessage> some(int count, Duration in) {
        return IntStream.range(0, count)
                .mapToObj(i -> message("m" + i, "default", in))
                .toList();
    }

    private static List<String> ids(List<ParkedMessage> messages) {
        return messages.stream().map(ParkedMessage::taskId).toList();
    }

    @Test
    void what_was_sent_is_parked_once() {
        broker.sent.addAll(some(1_234, Duration.ofDays(1)));

        assertThat(arrivals.run()).isFalse();

        assertThat(broker.sent).isEmpty();
        assertThat(store.count("default")).isEqualTo(1_234);
        assertThat(broker.batches).as("OpenMQ hands out no more at once").allMatch(size -> size <= 100);
    }

    @Test
    void what_is_nearly_due_is_moved_and_the_rest_stays() {
        store.add(List.of(message("soon", "default", LEAD), message("later", "default", LEAD.plusMillis(1))));

        departures.run();
        assertThat(ids(broker.moved)).containsExactly("soon");
        departures.run();
        assertThat(broker.moved).hasSize(1);

        clock.advance(Duration.ofMillis(1));
        departures.run();
        assertThat(ids(broker.moved)).containsExactly("soon", "later");
    }

    @Test
    void nobody_begins_a_transaction_where_there_is_nothing_to_do() {
        store.add(some(5, Duration.ofDays(1)));

        arrivals.run();
        departures.run();

        assertThat(transactions.begun).isZero();
        assertThat(departures.pause()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void who_dies_while_parking_leaves_each_message_in_one_place() {
        broker.sent.addAll(some(250, Duration.ofDays(1)));
        transactions.isToDie = true;
        arrivals.run();
        assertThat(broker.sent).hasSize(250);
        assertThat(store.count("default")).isZero();

        transactions.isToDie = false;
        arrivals.run();
        assertThat(store.count("default")).isEqualTo(250);
        assertThat(broker.sent).isEmpty();
    }

    @Test
    void who_dies_while_moving_leaves_each_message_in_one_place() {
        store.add(some(1_200, LEAD));
        transactions.isToDie = true;
        departures.run();
        assertThat(broker.moved).isEmpty();
        assertThat(store.count("default")).isEqualTo(1_200);

        transactions.isToDie = false;
        departures.run();
        clock.advance(Duration.ofMinutes(1));
        departures.run();
        assertThat(broker.moved).hasSize(1_200).doesNotHaveDuplicates();
        assertThat(store.count("default")).isZero();
    }

    @Test
    void a_million_in_the_same_minute_do_not_go_to_the_broker_before_they_are_due() {
        store.add(some(20_000, Duration.ofSeconds(30)));

        departures.run();
        assertThat(broker.moved).hasSizeBetween(8_000, 8_499);
        assertThat(departures.pause()).as("there is more to come").isLessThan(Duration.ofSeconds(1));

        clock.advance(Duration.ofSeconds(30));
        departures.run();
        assertThat(broker.moved).hasSize(20_000).doesNotHaveDuplicates();
    }

    @Test
    void while_the_broker_is_away_nothing_is_lost_and_one_line_says_so() {
        store.add(some(3, LEAD));
        broker.isAway = true;
        try (CapturedLines lines = CapturedLines.of("no.abakus.tasks")) {
            for (int i = 0; i < 5; i++) {
                departures.run();
                arrivals.run();
            }
            assertThat(lines.all())
                    .filteredOn(line -> line.level().equals("warning"))
                    .extracting(CapturedLines.Line::event)
                    .containsExactlyInAnyOrder("delayed_tasks_not_moved", "delayed_tasks_not_parked");
        }
        assertThat(store.count("default")).isEqualTo(3);

        broker.isAway = false;
        departures.run();
        assertThat(broker.moved).hasSize(3);
    }

    @Test
    void a_queue_that_is_full_does_not_hold_up_the_others() {
        store.add(some(700, Duration.ZERO));
        store.add(List.of(message("other", "mail", Duration.ofSeconds(1))));
        broker.full.add("default");

        departures.run();
        assertThat(ids(broker.moved)).containsExactly("other");

        broker.full.clear();
        clock.advance(Duration.ofSeconds(10));
        departures.run();
        assertThat(broker.moved).hasSize(701).doesNotHaveDuplicates();
    }

    @Test
    void a_queue_that_is_missing_may_appear_for_ten_minutes_and_then_its_tasks_are_dead_letters() {
        store.add(List.of(message("early", "shop/mail", Duration.ZERO), message("late", "shp/mail", Duration.ZERO)));
        broker.isMissing = queue -> true;
        for (int i = 0; i < 30; i++) {
            departures.run();
            clock.advance(Duration.ofSeconds(15));
        }
        assertThat(broker.buried).isEmpty();

        broker.isMissing = "shp/mail"::equals;
        for (int i = 0; i < 15; i++) {
            departures.run();
            clock.advance(Duration.ofSeconds(15));
        }
        assertThat(ids(broker.moved)).containsExactly("early");
        assertThat(ids(broker.buried)).containsExactly("late");
        assertThat(store.firstDue()).isEmpty();
    }

    @Test
    void queues_that_a_stranger_invents_do_not_hold_up_the_others() {
        store.add(IntStream.range(0, 1_200)
                .mapToObj(i -> message("m" + i, "invented" + i + "/mail", Duration.ZERO))
                .toList());
        store.add(List.of(message("honest", "default", Duration.ofSeconds(1))));
        broker.isMissing = queue -> queue.startsWith("invented");

        assertThat(departures.run()).as("there is more to do immediately").isTrue();
        departures.run();

        assertThat(ids(broker.moved)).containsExactly("honest");
        assertThat(broker.buried).as("beyond what is remembered").hasSize(200);
    }

    @Test
    void while_the_database_is_away_no_message_uses_up_a_delivery() {
        broker.sent.addAll(some(3, Duration.ofDays(1)));
        ParkedStore away = new JdbcParked(
                new Database(
                        () -> {
                            throw new OperationalException("the database is away");
                        },
                        transactions),
                Owner.PLAIN);
        Arrivals without = new Arrivals(broker, away, transactions);

        for (int i = 0; i < 30; i++) {
            without.run();
        }

        assertThat(broker.received).isZero();
        assertThat(broker.sent).hasSize(3);
    }

    @Test
    void after_a_failure_messages_come_one_at_a_time_so_that_none_shares_the_fate_of_another() {
        broker.sent.addAll(some(100, Duration.ofDays(1)));
        transactions.isToDie = true;
        arrivals.run();
        arrivals.run();
        assertThat(broker.batches).containsExactly(100, 1);

        transactions.isToDie = false;
        arrivals.run();
        assertThat(broker.batches).startsWith(100, 1, 1, 2, 4);
        assertThat(broker.sent).isEmpty();
    }

    @Test
    void operators_see_what_is_parked_where_it_will_be() {
        FakeQueues queues = new FakeQueues(clock.now());
        WithParked seen = new WithParked(queues, store, arrivals, transactions, clock);
        broker.sent.add(message("parked", "default", Duration.ofHours(1)));

        assertThat(seen.state("default").scheduled()).hasValue(3);
        assertThat(seen.state("mail").scheduled()).hasValue(2);
        assertThat(seen.scheduled("default", 10)).extracting(WaitingTask::id).containsExactly("a", "parked", "b");
        assertThat(seen.scheduled("default", 2)).extracting(WaitingTask::id).containsExactly("a", "parked");
    }

    @Test
    void what_is_parked_can_be_taken_out_whatever_the_broker_can_do() {
        WithParked seen = new WithParked(new FakeQueues(clock.now()), store, arrivals, transactions, clock);
        broker.sent.add(message("parked", "default", Duration.ofHours(1)));

        assertThat(seen.capabilities()).contains(Capability.REMOVE, Capability.COUNT);
        assertThat(seen.remove("default", "parked")).isTrue();
        assertThat(seen.remove("default", "parked")).isFalse();
    }
}
