package no.abakus.tasks.testing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.config.Seals;
import no.abakus.tasks.config.SendTokens;
import no.abakus.tasks.spi.TaskMessage;

/** Messages for contracts and golden files. */
public final class SampleMessages {

    /** The tokens of the nodes of a test. */
    public static final SendTokens TOKENS = new SendTokens(new CountingIds(), new Seals());

    private SampleMessages() {}

    /** A message that holds only what every message has. */
    public static TaskMessage minimal(String id) {
        return draft(id).message();
    }

    /** A draft of the same message, to which parts can be added. */
    public static MessageDraft draft(String id) {
        return new MessageDraft(id, "mail.send");
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
        return draft("b1a5c0de-0000-4000-8000-000000000002")
                .parent("b1a5c0de-0000-4000-8000-000000000000", "b1a5c0de-0000-4000-8000-000000000001")
                .retries(2)
                .eta(Instant.parse("2026-01-02T03:04:05.678Z"))
                .body("{\"args\":[\"åse@example.org\"],\"kwargs\":{\"urgent\":true}}")
                .summary("to=\"[redacted]\", urgent=true")
                .context(context)
                .message();
    }

    /**
     * The same as a node sends it, with a token. A message without a token counts as a stranger's, and its context says
     * so.
     */
    public static TaskMessage ours(TaskMessage message) {
        return message.copiedAs(message.id(), Optional.of(TOKENS.next(message.id())));
    }
}
