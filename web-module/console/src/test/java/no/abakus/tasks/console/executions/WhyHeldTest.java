package no.abakus.tasks.console.executions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.abakus.tasks.operate.HeldTask;
import no.abakus.tasks.operate.TaskHealth;
import no.abakus.tasks.operate.WaitingTask;
import org.junit.jupiter.api.Test;

/** Why a worker has sent a task back, in words. */
class WhyHeldTest {

    private static final Instant NOW = Instant.parse("2026-11-30T02:00:00Z");
    private static final Instant SINCE = Instant.parse("2026-11-30T01:51:07.5Z");

    private static WaitingTask task(String id, String mark, Instant turn, String returnedFor) {
        return new WaitingTask(
                id,
                "report.daily",
                "default",
                4,
                0,
                Optional.of(turn),
                Optional.empty(),
                Optional.empty(),
                Optional.of(HeldTask.of(mark, turn, Optional.of(returnedFor), Optional.of(SINCE))));
    }

    private static WhyNot.Answer answer(WaitingTask task, WaitingTask... others) {
        return new WhyHeld(Map.of(), List.of(others)).answer(task, NOW).orElseThrow();
    }

    @Test
    void a_turn_under_a_rate_limit_is_named_with_the_tasks_before_it() {
        WaitingTask task = task("3", "100/m|a|run-1", NOW.plusSeconds(90), "");

        WhyNot.Answer answer = answer(
                task,
                task("1", "100/m|a|run-1", NOW.plusSeconds(30), ""),
                task("2", "100/m|b|run-7", NOW.plusSeconds(60), ""),
                task,
                task("4", "100/m|a|run-1", NOW.plusSeconds(120), ""),
                task("5", "returned", NOW.plusSeconds(1), "unknown-task"));

        assertThat(answer.code()).isEqualTo("rate-limit");
        assertThat(answer.sentence())
                .isEqualTo(
                        "It waits for its turn since 2026-11-30T01:51:07Z: 2 tasks are before it. Its turn is in 90 s,"
                                + " at 2026-11-30T02:01:30Z.");
        assertThat(answer.since()).isEqualTo(SINCE);
    }

    @Test
    void a_task_that_no_node_could_run_says_since_when() {
        assertThat(answer(task("1", "returned", NOW.plusSeconds(5), "unknown-task")))
                .isEqualTo(new WhyNot.Answer(
                        "No node that received it knows a task named report.daily since 2026-11-30T01:51:07Z.",
                        "unknown-task",
                        SINCE,
                        "Start a node of a release that has the task."));
        assertThat(answer(task("1", "returned", NOW.plusSeconds(5), "no-connection"))
                        .since())
                .isEqualTo(SINCE);
        assertThat(answer(task("1", "returned", NOW.plusSeconds(5), "arguments"))
                        .sentence())
                .contains("do not fit the task report.daily");
        assertThat(answer(task("1", "returned", NOW.plusSeconds(5), "something-new"))
                        .sentence())
                .contains("(something-new)");
    }

    @Test
    void suspects_and_claimed_tasks_have_reasons_of_their_own() {
        for (String mark : List.of("suspect", "claimed", "memory")) {
            WhyNot.Answer answer = answer(task("1", mark, NOW.plusSeconds(1), ""));

            assertThat(answer.code()).isEqualTo(mark);
            assertThat(answer.since()).isEqualTo(SINCE);
            assertThat(answer.sentence()).contains("since 2026-11-30T01:51:07Z");
        }
    }

    @Test
    void without_the_instant_the_last_return_is_the_latest_that_it_can_be() {
        WaitingTask task = new WaitingTask(
                "1",
                "report.daily",
                "default",
                4,
                0,
                Optional.of(NOW.plusSeconds(1)),
                Optional.empty(),
                Optional.of(SINCE),
                Optional.of(HeldTask.of("claimed", NOW.plusSeconds(1), Optional.empty(), Optional.empty())));

        assertThat(answer(task).since()).isEqualTo(SINCE);
    }

    @Test
    void a_pause_that_has_ended_is_told_until_the_task_is_delivered_again() {
        WaitingTask task = task("1", "paused", NOW.plusSeconds(20), "");

        assertThat(new WhyHeld(Map.of(), List.of()).answer(task, NOW)).isEmpty();
        assertThat(WhyHeld.afterPause(task, NOW).orElseThrow().sentence()).contains("in 20 s");
        assertThat(WhyHeld.afterPause(task, NOW.plusSeconds(21))).isEmpty();
    }

    @Test
    void a_task_that_is_due_again_has_no_such_reason() {
        assertThat(new WhyHeld(Map.of(), List.of())
                        .answer(task("1", "returned", NOW.minusSeconds(1), "unknown-task"), NOW))
                .isEmpty();
    }

    @Test
    void spans_and_counts_are_words() {
        assertThat(Words.span(Duration.ofMillis(20))).isEqualTo("1 s");
        assertThat(Words.span(Duration.ofSeconds(200))).isEqualTo("3 minutes");
        assertThat(Words.span(Duration.ofHours(30))).isEqualTo("30 hours");
        assertThat(Words.span(Duration.ofDays(3))).isEqualTo("3 days");
        assertThat(Words.count(1, "task")).isEqualTo("1 task");
        assertThat(Words.count(12_041, "task")).isEqualTo("12,041 tasks");
    }

    @Test
    void a_broker_or_database_that_is_away_is_the_reason() {
        assertThat(WhyAway.of(health("database")).orElseThrow().code()).isEqualTo("database-away");
        WhyNot.Answer broker = WhyAway.of(health("broker")).orElseThrow();
        assertThat(broker.code()).isEqualTo("broker-away");
        assertThat(broker.since()).isEqualTo(SINCE);
        assertThat(WhyAway.of(health("workers"))).isEmpty();
    }

    private static TaskHealth health(String down) {
        return new TaskHealth() {
            @Override
            public List<Check> ready() {
                return Stream.of("broker", "database", "workers")
                        .map(name -> new Check(name, !name.equals(down)))
                        .toList();
            }

            @Override
            public List<Check> started() {
                return List.of();
            }

            @Override
            public Optional<Instant> downSince(String name) {
                return Optional.of(SINCE).filter(since -> name.equals(down));
            }
        };
    }
}
