package no.abakus.tasks.port;

import java.util.Optional;
import no.abakus.tasks.operate.EndedTask;

/**
 * An ended execution on its way into the history.
 *
 * @param ended the execution
 * @param evidence the evidence that is also kept; empty for a success
 */
public record HistoryRow(EndedTask ended, Optional<HistoryEvidence> evidence) {}
