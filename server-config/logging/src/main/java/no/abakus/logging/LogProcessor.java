package no.abakus.logging;

/**
 * Sees every event of every logging API before the event becomes a line, and may change or drop the event.
 *
 * <pre>{@code
 * public final class Tenant implements LogProcessor {
 *     public boolean process(LogDraft draft) {
 *         draft.put("tenant", Tenants.current());
 *         return true;
 *     }
 * }
 * }</pre>
 *
 * <p>List a processor in {@code META-INF/services/no.abakus.logging.LogProcessor} of a jar beside the logging jar on
 * the server, or add it at run time with {@code LogControl.add}. It is called on the thread that logs, so many threads
 * call it concurrently. If it throws, the line gets a field {@code !processor_failed} and is otherwise unaffected.
 * Events that a processor itself logs are not processed. Redaction runs after all processors, so what they add is
 * redacted too.
 *
 * <p>Corresponds to structlog's processors; returning false corresponds to its {@code DropEvent}.
 */
@FunctionalInterface
public interface LogProcessor {

    /**
     * Changes the event, or drops it.
     *
     * @return true if the event becomes a line, false to drop it
     */
    boolean process(LogDraft draft);
}
