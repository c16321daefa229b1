package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.FailedTask;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.TaskNotFoundException;
import no.abakus.tasks.TaskSignature;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.InMemoryTransport;
import no.abakus.tasks.testing.Workbench;
import no.abakus.tasks.worker.ResultsShop.Receipt;
import no.abakus.tasks.worker.ResultsShop.Shop;
import org.junit.jupiter.api.Test;

/** What is sent when a task has ended, and what happens if it cannot be sent. */
class LinksTest {

    private static final Duration AT_ONCE = Duration.ZERO;

    private final Workbench bench = new Workbench();
    private final Shop shop = new Shop(bench);
    private final Tasks tasks = bench.register(shop).tasks();

    @Test
    void a_link_gets_the_result_before_its_own_arguments_and_an_immutable_one_only_its_own() {
        AsyncResult<Receipt> result = tasks.call(Shop::sell, "a")
                .link(tasks.signature("shop.file").withArgs("sold"), note("immutable"))
                .applyAsync();
        bench.runDue();

        assertThat(shop.seen).containsExactlyInAnyOrder("sell", "sold/a", "immutable");
        List<TaskMessage> links = bench.transport().sent().stream()
                .map(InMemoryTransport.Sent::message)
                .filter(message -> message.parentId().isPresent())
                .toList();
        assertThat(links).allSatisfy(link -> {
            assertThat(link.parentId()).contains(result.id());
            assertThat(link.rootId()).isEqualTo(result.id());
        });
        assertThat(result.children().stream().map(AsyncResult::id))
                .containsExactlyElementsOf(links.stream().map(TaskMessage::id).toList());
    }

    @Test
    void a_link_has_options_and_links_of_its_own() {
        bench.queue("other");
        TaskSignature nested = note("second").link(note("third"));
        tasks.call(Shop::quiet)
                .link(nested.set(no.abakus.tasks.TaskOptions.empty()
                        .with(no.abakus.tasks.TaskOption.QUEUE, "other")
                        .with(no.abakus.tasks.TaskOption.COUNTDOWN, Duration.ofMinutes(1))))
                .applyAsync();
        bench.runDue();
        assertThat(shop.seen).containsExactly("quiet");

        bench.clock().advance(Duration.ofMinutes(1));
        bench.runDue();

        assertThat(shop.seen).containsExactly("quiet", "second", "third");
        assertThat(bench.transport().sent().get(1).route().queue()).isEqualTo("other");
    }

    @Test
    void links_wait_for_the_last_execution() {
        tasks.call(Shop::flaky, 2)
                .link(note("linked"))
                .linkError(note("failed"))
                .applyAsync();
        for (int i = 0; i < 2; i++) {
            bench.runDue();
            assertThat(shop.seen).isEmpty();
            bench.clock().advance(Duration.ofSeconds(1));
        }
        bench.runDue();

        assertThat(shop.seen).containsExactly("linked");
    }

    @Test
    void an_error_link_is_told_of_the_failed_task_and_a_link_is_not_sent() {
        AsyncResult<Void> result = tasks.call(Shop::fail, "no stock")
                .link(note("never"))
                .linkError(tasks.signature(Shop::onError), note("alarm"))
                .applyAsync();
        bench.runDue();

        assertThat(shop.seen).hasSize(2).contains("alarm").doesNotContain("never");
        FailedTask failed = (FailedTask) shop.seen.stream()
                .filter(FailedTask.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(failed.id()).isEqualTo(result.id());
        assertThat(failed.task()).isEqualTo("shop.fail");
        assertThat(failed.state()).isEqualTo(TaskState.FAILURE);
        assertThat(failed.exception()).isEqualTo(result.failure().orElseThrow());
        assertThat(failed.rootId()).isEqualTo(result.id());
        assertThat(result.children()).hasSize(2);
    }

    @Test
    void a_message_that_cannot_be_read_fails_its_links_too() {
        AsyncResult<Object> result = tasks.call("shop.unknown")
                .queue("default")
                .ignoreResult(false)
                .linkError(tasks.signature(Shop::onError))
                .applyAsync();
        bench.runDue();

        assertThat(result.state()).isEqualTo(TaskState.REJECTED);
        assertThat(result.failure().orElseThrow().type()).isEqualTo("unknown-task");
        assertThat(((FailedTask) shop.seen.get(0)).state()).isEqualTo(TaskState.REJECTED);
        assertThat(bench.transport().deadLetters()).hasSize(1);
    }

    @Test
    void a_link_to_a_task_that_nobody_knows_is_refused_before_anything_is_sent() {
        TaskSignature unknown = tasks.signature("shop.nte");

        assertThatThrownBy(() -> tasks.call(Shop::quiet).link(unknown).applyAsync())
                .isInstanceOf(TaskNotFoundException.class)
                .hasMessageContaining("A link of shop.quiet cannot be sent")
                .hasMessageContaining("did you mean 'shop.note'?");
        assertThatThrownBy(() -> tasks.call(Shop::quiet)
                        .link(note("first").linkError(unknown))
                        .applyAsync())
                .isInstanceOf(TaskNotFoundException.class)
                .hasMessageContaining("A link_error of shop.note cannot be sent");
        assertThat(bench.transport().sent()).isEmpty();
    }

    @Test
    void a_link_that_cannot_be_sent_after_all_fails_the_task_and_its_error_links_run() {
        // The link's arguments are known only when the task has ended.
        AsyncResult<Object> result = tasks.call("shop.large")
                .args(9_000_000)
                .ignoreResult(true)
                .link(tasks.signature("shop.fail"))
                .linkError(note("alarm"))
                .applyAsync();
        bench.runDue();

        assertThat(result.state()).isEqualTo(TaskState.FAILURE);
        assertThat(bench.events().only(TaskEvent.Failed.class).thrown())
                .isInstanceOf(TaskArgumentException.class)
                .hasMessageContaining("max-body-size");
        assertThat(shop.seen).containsExactly("alarm");
    }

    @Test
    void while_the_broker_takes_no_link_the_outcome_is_not_kept_either_and_the_message_comes_again() {
        AsyncResult<Receipt> result =
                tasks.call(Shop::sell, "a").link(note("linked")).applyAsync();
        bench.transport().breakDown("it burns");

        assertThatThrownBy(bench::runDue).isInstanceOf(OperationalException.class);
        assertThat(result.state()).isEqualTo(TaskState.STARTED);

        bench.transport().restore();
        bench.runDue();
        assertThat(result.get(AT_ONCE).to()).isEqualTo("a");
        assertThat(shop.seen).containsExactly("sell", "sell", "linked");
    }

    private TaskSignature note(String text) {
        return tasks.signature(Shop::note, text).asImmutable();
    }
}
