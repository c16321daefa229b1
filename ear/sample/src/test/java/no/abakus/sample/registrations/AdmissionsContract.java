package no.abakus.sample.registrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What must hold for admissions on every database and with every persistence provider. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AdmissionsContract {

    private static final Instant NOW = Instant.parse("2026-03-29T02:30:00.123456Z");

    private SampleDatabase database;

    abstract SampleDatabase start();

    @BeforeAll
    void startDatabase() {
        database = start();
    }

    @AfterAll
    void stopDatabase() {
        database.close();
    }

    @Test
    void the_first_pool_with_a_matching_group_and_a_free_place_is_filled() {
        String event = event(pool("a", 1, "first"), pool("b", 1, "first", "second"), pool("c", 5, "third"));

        assertThat(settle(register(event, "first")).pool()).hasValue("a");
        assertThat(settle(register(event, "first")).pool()).hasValue("b");
        assertThat(settle(register(event, "second")).state()).isEqualTo(RegistrationState.WAITING);
        assertThat(settle(register(event, "nobody's")).state()).isEqualTo(RegistrationState.WAITING);

        EventView view = view(event);
        assertThat(view.admitted()).isEqualTo(2);
        assertThat(view.waiting()).isEqualTo(2);
        assertThat(view.pools()).extracting(EventView.PoolView::admitted).containsExactly(1L, 1L, 0L);
    }

    @Test
    void a_task_that_runs_twice_admits_once() {
        String event = event(pool("a", 2, "users"));
        String registration = register(event, "users");

        assertThat(settle(registration)).isEqualTo(settle(registration));
        assertThat(view(event).admitted()).isEqualTo(1);
        assertThat(settle(register(event, "users")).pool()).hasValue("a");
    }

    @Test
    void nobody_is_admitted_above_the_capacity_however_many_tasks_run_at_once() throws Exception {
        String event = event(pool("a", 7, "users"), pool("b", 5, "users"));
        List<String> registrations = IntStream.range(0, 60)
                .mapToObj(number -> register(event, "users"))
                .toList();

        // Each registration is settled twice, as after a crash.
        List<Callable<Settled>> tasks = new ArrayList<>();
        registrations.forEach(
                registration -> tasks.addAll(List.of(() -> settle(registration), () -> settle(registration))));
        runAtOnce(tasks);

        EventView view = view(event);
        assertThat(view.pools()).extracting(EventView.PoolView::admitted).containsExactly(7L, 5L);
        assertThat(view.waiting()).isEqualTo(48);
        assertThat(view.pending()).isZero();
    }

    @Test
    void whoever_leaves_makes_room_for_the_first_who_waits_for_that_pool() {
        String event = event(pool("a", 1, "first"), pool("b", 1, "second"));
        String leaving = register(event, "first");
        settle(leaving);
        settle(register(event, "second"));
        String otherPool = register(event, "second");
        String next = register(event, "first");
        String later = register(event, "first");
        List.of(otherPool, next, later).forEach(this::settle);

        assertThat(unregister(leaving)).hasValue(next);
        assertThat(unregister(leaving)).as("a second time").isEmpty();

        EventView view = view(event);
        assertThat(view.admitted()).isEqualTo(2);
        assertThat(view.waiting()).isEqualTo(2);
        assertThat(unregister(next)).hasValue(later);
    }

    @Test
    void who_leaves_while_waiting_or_pending_moves_nobody_and_is_not_admitted_later() {
        String event = event(pool("a", 1, "users"));
        settle(register(event, "users"));
        String waiting = register(event, "users");
        settle(waiting);
        String pending = register(event, "users");

        assertThat(unregister(waiting)).isEmpty();
        assertThat(unregister(pending)).isEmpty();

        assertThat(settle(pending).state()).isEqualTo(RegistrationState.UNREGISTERED);
        assertThat(view(event).waiting()).isZero();
    }

    @Test
    void a_registration_whose_task_gave_up_is_failed_unless_it_was_settled_after_all() {
        String event = event(pool("a", 1, "users"));
        String settled = register(event, "users");
        settle(settled);
        String pending = register(event, "users");

        fail(settled);
        fail(pending);

        EventView view = view(event);
        assertThat(view.admitted()).isEqualTo(1);
        assertThat(view.failed()).isEqualTo(1);
        assertThat(settle(pending).state()).isEqualTo(RegistrationState.FAILED);
    }

    @Test
    void a_registration_that_is_not_there_is_named() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> settle("nowhere"))
                .withMessageContaining("nowhere");
    }

    @Test
    void the_time_of_an_admission_comes_back_as_it_was() {
        String event = event(pool("a", 1, "users"));
        assertThat(view(event).firstAdmitted()).isNull();

        settle(register(event, "users"));

        assertThat(view(event).firstAdmitted()).isEqualTo(NOW);
        assertThat(view(event).lastAdmitted()).isEqualTo(NOW);
    }

    @Test
    void data_survives_a_restart() {
        String event = event(pool("a", 1, "users"));
        settle(register(event, "users"));

        database.restart();

        assertThat(view(event).admitted()).isEqualTo(1);
    }

    private static NewEvent.NewPool pool(String name, int capacity, String... groups) {
        return new NewEvent.NewPool(name, capacity, Arrays.asList(groups));
    }

    private String event(NewEvent.NewPool... pools) {
        return database.inTransaction(entities -> {
            Event event = new Event(id(), "Tur", null);
            for (NewEvent.NewPool pool : pools) {
                event.addPool(id(), pool.name(), pool.capacity(), Groups.of(pool.groups()));
            }
            entities.persist(event);
            return event.id();
        });
    }

    private String register(String eventId, String group) {
        return database.inTransaction(entities -> {
            Registration registration = new Registration(
                    id(), entities.find(Event.class, eventId), "somebody", "somebody", Groups.of(List.of(group)), NOW);
            entities.persist(registration);
            return registration.id();
        });
    }

    private Settled settle(String registrationId) {
        return database.inTransaction(entities -> new Admissions(entities, at(NOW)).settle(registrationId));
    }

    private void fail(String registrationId) {
        database.inTransaction(entities -> {
            new Admissions(entities, at(NOW)).fail(registrationId);
            return null;
        });
    }

    private Optional<String> unregister(String registrationId) {
        return database.inTransaction(entities -> new Admissions(entities, at(NOW)).unregister(registrationId));
    }

    private EventView view(String eventId) {
        return database.inTransaction(
                entities -> new EventReport(entities, entities.find(Event.class, eventId)).view());
    }

    private static void runAtOnce(List<Callable<Settled>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Settled> settled : threads.invokeAll(tasks)) {
                settled.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
