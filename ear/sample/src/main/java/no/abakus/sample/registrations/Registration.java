package no.abakus.sample.registrations;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A person's request to take part in an event, and what happened to it. */
@Entity
@Table(name = "sample_registration")
@SuppressWarnings("UnusedVariable") // some fields are read by queries alone
class Registration {

    @Id
    private String id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "event_id")
    private Event event;

    private String member;

    /** The user who made the registration; null in rows of a release that did not record the user. */
    @Column(name = "registered_by")
    private String registeredBy;

    @Column(name = "group_names")
    @Convert(converter = GroupsColumn.class)
    private Groups groups;

    @Enumerated(EnumType.STRING)
    private RegistrationState state;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "pool_id")
    private Pool pool;

    private Long turn;

    @Column(name = "requested_at")
    @Convert(converter = InstantColumn.class)
    private Instant requestedAt;

    @Column(name = "admitted_at")
    @Convert(converter = InstantColumn.class)
    private Instant admittedAt;

    protected Registration() {}

    Registration(String id, Event event, String member, String registeredBy, Groups groups, Instant requestedAt) {
        this.id = id;
        this.event = event;
        this.member = member;
        this.registeredBy = registeredBy;
        this.groups = groups;
        this.requestedAt = requestedAt;
        this.state = RegistrationState.PENDING;
    }

    String id() {
        return id;
    }

    /** Returns whether this person made the registration, or it is for this person. */
    boolean belongsTo(String user) {
        return user.equals(member) || user.equals(registeredBy);
    }

    Groups groups() {
        return groups;
    }

    RegistrationState state() {
        return state;
    }

    Optional<Pool> pool() {
        return Optional.ofNullable(pool);
    }

    void admit(Pool into, long atTurn, Instant now) {
        into.takePlace();
        pool = into;
        turn = atTurn;
        admittedAt = now;
        state = RegistrationState.ADMITTED;
    }

    /** Moves up from the waiting list and keeps its turn. */
    void moveUp(Pool into, Instant now) {
        admit(into, turn, now);
    }

    void await(long atTurn) {
        turn = atTurn;
        state = RegistrationState.WAITING;
    }

    void fail() {
        state = RegistrationState.FAILED;
    }

    /** Takes the registration back, whatever its state, and returns the pool in which a place is now free. */
    Optional<Pool> unregister() {
        Optional<Pool> left = pool();
        left.ifPresent(Pool::freePlace);
        pool = null;
        state = RegistrationState.UNREGISTERED;
        return left;
    }
}
