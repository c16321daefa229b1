package no.abakus.sample.diagnostics;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/** A row that a task wrote. */
@Entity
@Table(name = "sample_ledger")
public class LedgerRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "ledger_key")
    private String key;

    @Column(name = "task_id")
    private String taskId;

    private int retries;

    @Column(name = "delivery_count")
    private int deliveryCount;

    @Column(name = "written_at")
    private OffsetDateTime at;

    @Column(name = "ledger_data")
    private String data;

    protected LedgerRow() {}

    LedgerRow(String key, String taskId, int retries, int deliveryCount, OffsetDateTime at) {
        this.key = key;
        this.taskId = taskId;
        this.retries = retries;
        this.deliveryCount = deliveryCount;
        this.at = at;
    }

    long id() {
        return id;
    }

    View view() {
        return new View(id, key, taskId, retries, deliveryCount, at, data);
    }

    /** The row as a value. */
    public record View(
            long id, String key, String taskId, int retries, int deliveryCount, OffsetDateTime at, String data) {}
}
