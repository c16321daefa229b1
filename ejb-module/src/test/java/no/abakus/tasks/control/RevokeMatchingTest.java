package no.abakus.tasks.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.RevokeOutcome;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.operate.Revocable;
import no.abakus.tasks.operate.RevokeReport;
import no.abakus.tasks.spi.TaskEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Revokes tasks by values in their messages, both tasks that were sent before and tasks that are sent later. */
class RevokeMatchingTest extends RevokedAtTheMill {

    @Test
    void all_of_a_name_that_were_sent_so_far_and_no_others() {
        tasks.delay(Mill::grind, "rye");
        AsyncResult<String> kept = tasks.delay(Mill::bake, "oat");
        tasks.call(Mill::grind, "delayed").countdown(Duration.ofHours(1)).applyAsync();

        bench.control().revoke(Revocable.named("mill.grind"));
        bench.clock().advance(Duration.ofMillis(1));
        tasks.delay(Mill::grind, "barley");
        bench.drain();

        assertThat(mill.ground).containsExactlyInAnyOrder("oat", "barley");
        assertThat(kept.state()).isEqualTo(TaskState.SUCCESS);
        assertThat(bench.events().of(TaskEvent.Revoked.class))
                .extracting(TaskEvent.Revoked::by)
                .containsExactly("task mill.grind", "task mill.grind");
    }

    @Test
    void all_with_a_header() {
        tasks.call(Mill::grind, "rye").headers(Map.of("tenant", 7)).applyAsync();
        tasks.call(Mill::grind, "oat").headers(Map.of("tenant", 70)).applyAsync();
        tasks.delay(Mill::grind, "wheat");

        bench.control().revoke(Revocable.withHeader("tenant", 7));
        bench.runDue();

        assertThat(mill.ground).containsExactly("oat", "wheat");
    }

    @Test
    void an_earlier_revocation_does_not_end_later_tasks_when_others_are_revoked() {
        bench.control().revoke(Revocable.withContext("request_id", "r-1"), true);
        bench.clock().advance(Duration.ofDays(1));
        List<RevokeReport> reports = new ArrayList<>();
        AsyncResult<String> later;
        try (LogScope scope = LogContext.bind("request_id", "r-1")) {
            later = tasks.delay(Mill::bake, "rye");
        }
        revokeWhileItRuns(Revocable.named("mill.again"), true, reports);
        bench.runDue();

        assertThat(reports.get(0).tasks()).isEmpty();
        assertThat(later.state()).isEqualTo(TaskState.SUCCESS);
    }

    @Test
    @Timeout(5)
    void all_of_a_request_those_that_run_and_those_that_it_still_sends() {
        List<RevokeReport> reports = new ArrayList<>();
        AsyncResult<String> running;
        try (LogScope scope = LogContext.bind("request_id", "r-1")) {
            running = tasks.delay(Mill::bake, "stone");
            tasks.delay(Mill::grind, "waiting");
        }
        revokeWhileItRuns(
                Revocable.withContext("request_id", "r-1").alsoSentWithin(Duration.ofMinutes(1)), true, reports);
        bench.runDue();
        mill.onGrind = () -> {};
        bench.clock().advance(Duration.ofSeconds(30));
        try (LogScope scope = LogContext.bind("request_id", "r-1")) {
            tasks.delay(Mill::grind, "late");
        }
        tasks.delay(Mill::grind, "other");
        bench.runDue();

        assertThat(mill.ground).containsExactly("stone", "other");
        assertThat(reports.get(0).tasks()).isEqualTo(Map.of(running.id(), RevokeOutcome.CANCELLING));
        assertThat(running.state()).isEqualTo(TaskState.REVOKED);
    }
}
