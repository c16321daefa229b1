package no.abakus.logging;

/**
 * Sees every event before it becomes a line, ours and everybody else's, and may change it or drop it.
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
 * <p>Named in {@code META-INF/services/no.abakus.logging.LogProcessor} beside the logging jar at the server, or added at run time with
 * {@code LogControl.add}. Called on the thread that logs, by many threads at once. One that throws costs the line a field
 * {@code !processor_failed} and nothing else; what it logs itself is not processed. Redaction comes after all processors, so what they
 * add is redacted too.
 *
 * <p>Corresponds to structlog's processors; returning false to its {@code DropEvent}.
 */
@FunctionalInterface
public interface LogProcessor {

    /**
     * Changes the event, or drops it.
     *
     * @return whether the event becomes a line
     */
    boolean process(LogDraft draft);
}
