package no.abakus.sample.diagnostics;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import no.abakus.sample.registrations.InstantColumn;
import no.abakus.tasks.TaskRequest;

/** A row of the ledger. It proves that an execution of a task has committed. */
@Entity
@Table(name = "sample_ledger")
class LedgerRow {

    @Id
    private String id;

    @Column(name = "ledger_key")
    private String key;

    @Column(name = "task_id")
    private String taskId;

    private int retries;

    @Column(name = "delivery_count")
    private int deliveryCount;

    @Column(name = "written_at")
    @Convert(converter = InstantColumn.class)
    private Instant at;

    private String content;

    protected LedgerRow() {}

    LedgerRow(String id, String key, TaskRequest request, Instant at, String content) {
        this.id = id;
        this.key = key;
        this.taskId = request.id();
        this.retries = request.retries();
        this.deliveryCount = request.deliveryCount();
        this.at = at;
        this.content = content;
    }

    LedgerView view() {
        return new LedgerView(id, key, taskId, retries, deliveryCount, at, content);
    }
}
