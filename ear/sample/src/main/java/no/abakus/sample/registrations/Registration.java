package no.abakus.sample.registrations;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Somebody's wish to come to an event, and what became of it. */
@Entity
@Table(name = "sample_registration")
public class Registration {

    /** What became of it. */
    enum State {
        /** The task that decides has not run yet. */
        PENDING,
        /** Has a place in a pool. */
        ADMITTED,
        /** Comes up when a place is given back. */
        WAITING,
        /** Could not be decided. */
        FAILED,
        /** Was taken back. */
        UNREGISTERED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne
    @JoinColumn(name = "event_id")
    private Event event;

    @ManyToOne
    @JoinColumn(name = "pool_id")
    private Pool pool;

    @Column(name = "user_name")
    private String user;

    @Column(name = "group_names")
    @Convert(converter = GroupNames.class)
    private List<String> groups;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "task_id")
    private String taskId;

    @Column(name = "decided_at")
    private OffsetDateTime decidedAt;

    protected Registration() {}

    Registration(Event event, String user, List<String> groups) {
        this.event = event;
        this.user = user;
        this.groups = List.copyOf(groups);
        this.state = State.PENDING;
    }

    void admit(Pool into, OffsetDateTime now) {
        decide(State.ADMITTED, into, now);
    }

    void keepWaiting(OffsetDateTime now) {
        decide(State.WAITING, null, now);
    }

    void unregister(OffsetDateTime now) {
        decide(State.UNREGISTERED, null, now);
    }

    void fail(OffsetDateTime now) {
        decide(State.FAILED, null, now);
    }

    private void decide(State decided, Pool place, OffsetDateTime now) {
        state = decided;
        pool = place;
        decidedAt = now;
    }

    void decidedBy(String task) {
        taskId = task;
    }

    long id() {
        return id;
    }

    Event event() {
        return event;
    }

    List<String> groups() {
        return groups;
    }

    State state() {
        return state;
    }

    Optional<Pool> pool() {
        return Optional.ofNullable(pool);
    }
}
