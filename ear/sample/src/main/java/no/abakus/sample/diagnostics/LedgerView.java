package no.abakus.sample.diagnostics;

import java.time.Instant;

/** A row of the ledger as clients see it. */
public record LedgerView(
        String id, String key, String taskId, int retries, int deliveryCount, Instant at, String data) {}
