package no.abakus.tasks.history;

import static org.assertj.core.api.Assertions.assertThat;

import no.abakus.logging.LogContext;
import no.abakus.tasks.operate.EndedTask;
import no.abakus.tasks.operate.HistoryRetry;
import no.abakus.tasks.operate.HistoryRetry.Reason;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.TaskMessage;
import org.junit.jupiter.api.Test;

/** Failures that operators send again. */
class HistoryRetryTest extends HistoryOfANode {

    @Test
    void a_failure_is_sent_again_as_it_was_and_only_once() {
        TaskMessage failed = draft("1", "mail.send")
                .retries(3)
                .ignoreResult(false)
                .followUps("[]", null)
                .parent("root", "parent")
                .message();
        fail(failed);
        history.flush();

        assertThat(history.api().retry("1", "eva")).isEqualTo(new HistoryRetry.Sent("new-1"));
        assertThat(history.api().retry("1", "eva")).isEqualTo(new HistoryRetry.Refused(Reason.ALREADY_RETRIED));

        TaskMessage again = sent.get(0);
        assertThat(again.body()).isEqualTo(failed.body());
        assertThat(again.retries()).isZero();
        assertThat(again.rootId()).isEqualTo("root");
        assertThat(again.parentId()).contains("parent");
        assertThat(again.ignoreResult()).contains(false);
        assertThat(again.followUps().link()).contains("[]");
        assertThat(again.context().toMap())
                .containsEntry("request_id", "abc-123")
                .containsEntry("load", 0.5)
                .containsEntry("retried_by", "eva")
                .containsEntry("retry_of", "1");
        assertThat(again.context().get("tenant")).hasToString("7");
        assertThat(LogContext.current().isEmpty()).isTrue();
    }

    @Test
    void a_binary_body_is_sent_again_byte_by_byte() {
        byte[] bytes = {0, -1, 127, -128};
        fail(draft("1", "mail.send")
                .body(new MessageBody.Binary(bytes))
                .compression("zstd")
                .message());
        history.flush();

        history.api().retry("1", "eva");

        assertThat(((MessageBody.Binary) sent.get(0).body()).bytes()).isEqualTo(bytes);
        assertThat(sent.get(0).compression()).contains("zstd");
    }

    @Test
    void what_did_not_fail_is_not_sent_again() {
        succeed("1", "mail.send");
        history.flush();

        assertThat(history.api().retry("1", "eva")).isEqualTo(new HistoryRetry.Refused(Reason.NOT_FAILED));
        assertThat(history.api().retry("none", "eva")).isEqualTo(new HistoryRetry.Refused(Reason.NOT_FOUND));
        assertThat(sent).isEmpty();
    }

    @Test
    void a_body_that_is_too_large_or_secret_is_not_kept() {
        fail(draft("large", "mail.send").body("æ".repeat(40_000)).message());
        fail(draft("secret", "secret.task").message());
        history.flush();

        assertThat(page("").items()).noneMatch(EndedTask::retryable);
        assertThat(history.api().retry("large", "eva")).isEqualTo(new HistoryRetry.Refused(Reason.BODY_NOT_KEPT));
        assertThat(history.api().retry("secret", "eva")).isEqualTo(new HistoryRetry.Refused(Reason.BODY_NOT_KEPT));
    }

    @Test
    void a_retry_with_other_arguments_runs_in_the_context_of_the_failure() {
        fail("1");
        history.flush();

        HistoryRetry retry = history.api().retry("1", "eva", failed -> {
            assertThat(LogContext.current().get("request_id")).isEqualTo("abc-123");
            return failed.taskId() + "-again";
        });

        assertThat(retry).isEqualTo(new HistoryRetry.Sent("1-again"));
    }
}
