package no.abakus.tasks.testing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import no.abakus.logging.LogContext;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.TaskMessage;

/** Messages made by hand. */
public final class SampleMessages {

    private SampleMessages() {}

    /** A message that holds only what every message has. */
    public static TaskMessage minimal(String id) {
        return of(id, "mail.send", "{\"args\":[]}");
    }

    /** A message of a task without parent, with this body. */
    public static TaskMessage of(String id, String task, String json) {
        return new TaskMessage(
                id,
                task,
                id,
                Optional.empty(),
                0,
                Optional.empty(),
                "node-a",
                "application/json",
                new MessageBody.Text(json),
                LogContext.empty());
    }

    /** A message with something in every place; its eta is long past. */
    public static TaskMessage everything() {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("request_id", "0c7f2d1e-5b7a-4b0e-9d43-2f6f6d1a7c11");
        context.put("current_user", 17);
        context.put("session", null);
        context.put("ratio", 0.25);
        context.put("bytes", 1L << 40);
        context.put("admin", false);
        context.put("user-agent", "curl/8.5");
        context.put("navn på bruker", "Åse");
        return new TaskMessage(
                "b1a5c0de-0000-4000-8000-000000000002",
                "mail.send",
                "b1a5c0de-0000-4000-8000-000000000000",
                Optional.of("b1a5c0de-0000-4000-8000-000000000001"),
                2,
                Optional.of(Instant.parse("2026-01-02T03:04:05.678Z")),
                "node-a",
                "application/json",
                new MessageBody.Text("{\"args\":[\"åse@example.org\"],\"kwargs\":{\"urgent\":true}}"),
                LogContext.of(context));
    }

    /** The same with another context. */
    public static TaskMessage withContext(TaskMessage m, LogContext context) {
        return new TaskMessage(
                m.id(),
                m.task(),
                m.rootId(),
                m.parentId(),
                m.retries(),
                m.eta(),
                m.origin(),
                m.contentType(),
                m.body(),
                context);
    }

    /** The same with another body. */
    public static TaskMessage withBody(TaskMessage m, MessageBody body) {
        return new TaskMessage(
                m.id(),
                m.task(),
                m.rootId(),
                m.parentId(),
                m.retries(),
                m.eta(),
                m.origin(),
                m.contentType(),
                body,
                m.context());
    }

    /** The same with this eta. */
    public static TaskMessage withEta(TaskMessage m, Instant eta) {
        return new TaskMessage(
                m.id(),
                m.task(),
                m.rootId(),
                m.parentId(),
                m.retries(),
                Optional.of(eta),
                m.origin(),
                m.contentType(),
                m.body(),
                m.context());
    }
}
