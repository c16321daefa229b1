package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.Acks;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.port.Settlement;
import no.abakus.tasks.port.TaskRecord;
import no.abakus.tasks.spi.MessageExtras;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.MessageDraft;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A message with the id of another task does not change that task, and becomes a dead letter that says so. */
class ForeignIdTest {

    private static final Instant PAST = Instant.parse("2020-01-01T00:00:00Z");
    private static final String ARGS = "{\"args\":[\"HIJACKED\"]}";

    static class Post {
        private final List<String> done = new ArrayList<>();

        @AbakusTask(name = "post.send", ignoreResult = false)
        public String send(String what) {
            done.add(what);
            return what;
        }

        @AbakusTask(name = "post.echo", ignoreResult = false)
        public String echo(String what) {
            done.add("echo of " + what);
            return what;
        }

        @AbakusTask(name = "post.early", acks = Acks.EARLY)
        public void early(String what) {
            done.add(what);
        }

        @AbakusTask(name = "post.once", rejectOnWorkerLost = false)
        public void once(String what) {
            done.add(what);
        }

        @AbakusTask(name = "post.transacted", acks = Acks.TRANSACTED)
        public void transacted(String what) {
            done.add(what);
        }

        @AbakusTask(name = "post.quiet")
        public void quiet(String what) {
            done.add(what);
        }
    }

    private final Post post = new Post();
    private final Workbench bench = Workbench.of(post);

    @Test
    void another_task_under_its_id_takes_nothing() {
        AsyncResult<String> victim = waiting();

        assertForeign(stranger("post.echo").message());

        assertDoneBy(victim, "honest");
    }

    @Test
    void the_same_task_without_the_token_takes_nothing() {
        AsyncResult<String> victim = waiting();

        assertForeign(stranger("post.send").message());
        assertForeign(stranger("post.send").token("guessed").message());
        assertForeign(stranger("post.send").retries(7).message());
        assertForeign(stranger("post.send").ignoreResult(false).message());

        assertDoneBy(victim, "honest");
    }

    @Test
    void a_message_that_has_expired_ends_nothing() {
        AsyncResult<String> victim = waiting();

        assertForeign(expired("post.send"));
        assertForeign(expired("post.echo"));
        assertForeign(expired("post.nobody"), Rejection.Reason.UNKNOWN_TASK);
        assertThat(bench.events().of(TaskEvent.Expired.class)).isEmpty();

        assertDoneBy(victim, "honest");
    }

    @Test
    void the_queue_of_expired_messages_ends_nothing() {
        AsyncResult<String> victim = waiting();

        Settlement settlement = bench.worker().expired(stranger("post.send").message(), "default");

        assertThat(settlement).isInstanceOf(Settlement.DeadLetter.class);
        assertThat(bench.events().of(TaskEvent.Expired.class)).isEmpty();
        assertDoneBy(victim, "honest");
    }

    @Test
    void an_unreadable_one_rejects_nothing() {
        AsyncResult<String> victim = waiting();

        bench.deliver(stranger("post.send").body("{").message());
        bench.deliver(stranger("post.nobody").ignoreResult(false).message());

        assertDoneBy(victim, "honest");
    }

    @Test
    void nothing_follows_it() {
        AsyncResult<String> victim = waiting();

        assertForeign(stranger("post.echo")
                .followUps("[{\"task\":\"post.quiet\",\"args\":[]}]", "[{\"task\":\"post.quiet\",\"args\":[]}]")
                .message());

        assertThat(bench.transport().sent()).hasSize(1);
        assertDoneBy(victim, "honest");
    }

    @Test
    void one_that_wants_nothing_kept_runs_and_leaves_the_others_record_alone() {
        AsyncResult<String> victim = waiting();

        assertThat(bench.deliver(stranger("post.quiet").message())).isEqualTo(Settlement.ACKNOWLEDGE);

        assertDoneBy(victim, "honest");
    }

    @Test
    void whoever_claims_an_id_first_does_not_silence_the_other() {
        TaskMessage stranger = new MessageDraft("e-1", "post.early").body(ARGS).message();
        TaskMessage honest =
                new MessageDraft("e-1", "post.early").body(ARGS).token("secret").message();
        assertThat(bench.deliver(stranger)).isEqualTo(Settlement.ACKNOWLEDGE);
        assertThat(bench.deliver(honest)).isEqualTo(Settlement.ACKNOWLEDGE);
        assertThat(bench.deliver(honest)).isEqualTo(Settlement.ACKNOWLEDGE);

        assertThat(post.done).as("each message once").hasSize(2);
    }

    @Test
    void a_claim_under_a_foreign_id_is_given_up() {
        bench.tasks()
                .call(Post::send, "honest")
                .taskId("v-1")
                .countdown(Duration.ofMinutes(1))
                .applyAsync();

        assertForeign(stranger("post.early").ignoreResult(false).message());

        bench.drain();
        assertThat(post.done).containsExactly("honest");
    }

    /**
     * The id was taken twice: by a stranger's message whose task has ended, and by one whose task has started and may
     * not start again.
     */
    @ParameterizedTest
    @CsvSource({
        "post.transacted, post.echo",
        "post.transacted, post.transacted",
        "post.early, post.early",
        "post.early, post.echo",
        "post.once, post.once"
    })
    void an_id_that_a_stranger_has_taken_before_does_not_keep_the_honest_task_from_running(
            String task, String strangersTask) {
        bench.deliver(expired(strangersTask));
        bench.deliver(stranger(strangersTask).message());
        post.done.clear();
        bench.tasks().call(task).args("honest").taskId("v-1").applyAsync();
        TaskMessage honest = bench.transport().sent().get(0).message();

        assertThat(bench.deliver(honest)).isEqualTo(Settlement.ACKNOWLEDGE);
        assertThat(bench.deliver(honest)).as("a repetition").isEqualTo(Settlement.ACKNOWLEDGE);

        assertThat(post.done).containsExactly("honest");
        assertThat(bench.events().of(TaskEvent.Repeated.class))
                .filteredOn(repeated -> repeated.delivery().message().equals(honest))
                .hasSize(1);
    }

    /**
     * The record that a stranger's message leaves under the id that it guessed: rejected, waiting for a retry, or
     * started.
     */
    @ParameterizedTest
    @EnumSource(
            value = TaskState.class,
            names = {"REJECTED", "RETRY", "STARTED"})
    void whatever_state_a_stranger_has_left_an_honest_transacted_task_runs_once(TaskState left) {
        TaskMessage strangers = stranger("post.transacted").message();
        bench.results().started(record(strangers, TaskState.STARTED, 0));
        if (left != TaskState.STARTED) {
            bench.results().ended(record(strangers, left, 9), 9);
        }
        bench.tasks().call("post.transacted").args("honest").taskId("v-1").applyAsync();
        TaskMessage honest = bench.transport().sent().get(0).message();

        assertThat(bench.deliver(honest)).isEqualTo(Settlement.ACKNOWLEDGE);
        assertThat(bench.deliver(honest)).isEqualTo(Settlement.ACKNOWLEDGE);

        assertThat(post.done).containsExactly("honest");
        assertThat(bench.results().find("v-1").orElseThrow().state()).isEqualTo(left);
    }

    private static TaskRecord record(TaskMessage message, TaskState state, int retries) {
        return new TaskRecord(
                message.id(),
                message.task(),
                state,
                message.id(),
                Optional.empty(),
                retries,
                Optional.of("node"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                PAST.plus(Duration.ofDays(9_999)),
                Optional.empty(),
                List.of(),
                message.token());
    }

    /** An operator sends the dead letter of an honest task again, after its cause was removed. */
    @Test
    void a_dead_letter_of_a_transacted_task_that_is_sent_again_takes_effect() {
        bench.tasks().call("post.transacted").args("honest").taskId("v-1").applyAsync();
        TaskMessage honest = bench.transport().sent().get(0).message();
        bench.results().started(record(honest, TaskState.STARTED, 0));
        bench.results().ended(record(honest, TaskState.REJECTED, 0), 0);

        assertThat(bench.deliver(honest)).isEqualTo(Settlement.ACKNOWLEDGE);

        assertThat(post.done).containsExactly("honest");
        assertThat(bench.results().find("v-1").orElseThrow().state()).isEqualTo(TaskState.SUCCESS);
    }

    @Test
    void a_result_that_somebody_wants_is_refused_at_the_call_if_a_stranger_has_taken_the_id_before() {
        bench.deliver(expired("post.send"));

        assertThatThrownBy(() ->
                        bench.tasks().call(Post::send, "honest").taskId("v-1").applyAsync())
                .isInstanceOf(TaskOptionException.class)
                .hasMessageContaining("taken");
    }

    @Test
    void retries_and_holds_keep_the_token() {
        TaskMessage message = new MessageDraft("1", "post.send").token("secret").message();

        assertThat(message.retriedAt(PAST).token()).contains("secret");
        assertThat(message.dueAt(PAST).token()).contains("secret");
    }

    @Test
    void each_send_has_a_token_of_its_own() {
        bench.tasks().delay(Post::send, "a");
        bench.tasks().delay(Post::quiet, "b");

        assertThat(bench.transport().sent())
                .extracting(sent -> sent.message().token().orElseThrow())
                .doesNotHaveDuplicates();
    }

    private AsyncResult<String> waiting() {
        return bench.tasks()
                .call(Post::send, "honest")
                .taskId("v-1")
                .countdown(Duration.ofMinutes(1))
                .applyAsync();
    }

    private static MessageDraft stranger(String task) {
        return new MessageDraft("v-1", task).body(ARGS);
    }

    private static TaskMessage expired(String task) {
        return stranger(task)
                .ignoreResult(false)
                .extras(MessageExtras.expiring(Optional.of(PAST)))
                .message();
    }

    private void assertForeign(TaskMessage message) {
        assertForeign(message, Rejection.Reason.FOREIGN_ID);
    }

    private void assertForeign(TaskMessage message, Rejection.Reason reason) {
        assertThat(bench.deliver(message)).isInstanceOfSatisfying(Settlement.DeadLetter.class, dead -> assertThat(
                        dead.rejection().reason())
                .isIn(reason, Rejection.Reason.FOREIGN_ID));
        assertThat(bench.events().all()).last().isInstanceOf(TaskEvent.Rejected.class);
    }

    private void assertDoneBy(AsyncResult<String> victim, String result) {
        assertThat(victim.state()).isEqualTo(TaskState.QUEUED);
        bench.drain();
        assertThat(victim.state()).isEqualTo(TaskState.SUCCESS);
        assertThat(victim.get(Duration.ZERO)).isEqualTo(result);
        assertThat(post.done).contains(result).doesNotContain("echo of HIJACKED");
    }
}
