package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.Ignore;
import no.abakus.tasks.Reject;
import no.abakus.tasks.TaskHook;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;

/** Observers of a task are notified of each execution once, after it is recorded. */
class HooksTest {

    static class Mailer {
        private final TaskRequest request;

        Mailer(TaskRequest request) {
            this.request = request;
        }

        @AbakusTask(name = "mail.send", ignoreResult = false)
        public String send(String to) {
            return "sent to " + to;
        }

        @AbakusTask(name = "mail.fail", ignoreResult = false)
        public void fail() {
            throw new IllegalStateException("the mailbox is full");
        }

        @AbakusTask(name = "mail.again", maxRetries = 2, retryDelay = "PT1S")
        public void again() {
            throw request.retry(new IllegalStateException("not yet"));
        }

        @AbakusTask(name = "mail.wish")
        public void wish(boolean ignore) {
            throw ignore ? new Ignore("nobody is there") : new Reject("not mine", false);
        }
    }

    private final List<TaskHook> heard = new ArrayList<>();
    private final Workbench bench = new Workbench().hook(TaskHook.class, heard::add);

    HooksTest() {
        bench.register(new Mailer(bench.request()));
    }

    private List<String> names() {
        return heard.stream().map(hook -> hook.getClass().getSimpleName()).toList();
    }

    private <H extends TaskHook> H only(Class<H> type) {
        List<TaskHook> found = heard.stream().filter(type::isInstance).toList();
        assertThat(found).hasSize(1);
        return type.cast(found.get(0));
    }

    @Test
    void a_success_is_told_with_arguments_and_result_after_it_is_kept() {
        List<TaskState> kept = new ArrayList<>();
        Workbench other = new Workbench();
        other.hook(TaskHook.class, heard::add)
                .hook(
                        TaskHook.OnSuccess.class,
                        hook -> kept.add(other.results()
                                .find(hook.request().id())
                                .orElseThrow()
                                .state()))
                .register(new Mailer(other.request()));
        other.tasks().call("mail.send").args("a@b.no").applyAsync();
        other.runDue();

        assertThat(names()).containsExactly("BeforeStart", "OnSuccess", "AfterReturn");
        assertThat(only(TaskHook.OnSuccess.class).result()).isEqualTo("sent to a@b.no");
        assertThat(only(TaskHook.OnSuccess.class).request().args()).containsExactly("a@b.no");
        assertThat(only(TaskHook.AfterReturn.class).state()).isEqualTo(TaskState.SUCCESS);
        assertThat(kept).containsExactly(TaskState.SUCCESS);
    }

    @Test
    void a_failure_is_told_once_with_what_was_thrown() {
        bench.tasks().call("mail.fail").applyAsync();
        bench.runDue();

        assertThat(names()).containsExactly("BeforeStart", "OnFailure", "AfterReturn");
        assertThat(only(TaskHook.OnFailure.class).thrown()).hasMessage("the mailbox is full");
        assertThat(only(TaskHook.AfterReturn.class).thrown())
                .containsSame(only(TaskHook.OnFailure.class).thrown());
    }

    @Test
    void a_failure_is_told_for_the_last_execution_alone_and_by_the_original_exception() {
        bench.tasks().call("mail.again").applyAsync();
        bench.drain();

        assertThat(names())
                .containsExactly(
                        "BeforeStart", "OnRetry", "BeforeStart", "OnRetry", "BeforeStart", "OnFailure", "AfterReturn");
        assertThat(only(TaskHook.OnFailure.class).thrown()).hasMessage("not yet");
        assertThat(only(TaskHook.OnFailure.class).request().retries()).isEqualTo(2);
        TaskHook.OnRetry first = (TaskHook.OnRetry) heard.get(1);
        assertThat(first.cause().orElseThrow()).hasMessage("not yet");
        assertThat(Duration.between(first.eta(), bench.clock().now())).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_body_that_does_not_want_to_have_happened_neither_succeeds_nor_fails() {
        bench.tasks().call("mail.wish").args(true).applyAsync();
        bench.tasks().call("mail.wish").args(false).applyAsync();
        bench.runDue();

        assertThat(names()).containsExactly("BeforeStart", "BeforeStart");
    }

    @Test
    void what_a_hook_throws_changes_neither_the_state_nor_who_else_hears() {
        Workbench other = new Workbench();
        other.hook(TaskHook.class, hook -> {
                    throw new IllegalStateException(
                            "a bug in " + hook.getClass().getSimpleName());
                })
                .hook(TaskHook.class, hook -> {
                    throw new AssertionError("another");
                })
                .hook(TaskHook.class, heard::add)
                .register(new Mailer(other.request()));
        var sent = other.tasks().call("mail.send").args("a@b.no").applyAsync();
        var failed = other.tasks().call("mail.fail").applyAsync();
        other.runDue();

        assertThat(sent.state()).isEqualTo(TaskState.SUCCESS);
        assertThat(failed.state()).isEqualTo(TaskState.FAILURE);
        assertThat(failed.failure().orElseThrow().message()).contains("the mailbox is full");
        assertThat(names())
                .containsExactly("BeforeStart", "OnSuccess", "AfterReturn", "BeforeStart", "OnFailure", "AfterReturn");
        assertThat(other.transport().deadLetters()).isEmpty();
    }

    @Test
    void who_observes_one_kind_hears_of_that_alone() {
        Workbench other = new Workbench();
        other.hook(TaskHook.OnFailure.class, heard::add).register(new Mailer(other.request()));
        other.tasks().call("mail.send").args("a@b.no").applyAsync();
        other.tasks().call("mail.fail").applyAsync();
        other.runDue();

        assertThat(names()).containsExactly("OnFailure");
        assertThat(Optional.of(only(TaskHook.OnFailure.class).request().task())).contains("mail.fail");
    }
}
