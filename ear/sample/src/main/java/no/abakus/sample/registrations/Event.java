package no.abakus.sample.registrations;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An event with its pools. Lock the event's row before you admit anybody. */
@Entity
@Table(name = "sample_event")
class Event {

    @Id
    private String id;

    private String title;

    @Column(name = "registration_opens")
    @Convert(converter = InstantColumn.class)
    private Instant registrationOpens;

    private long turns;

    @OneToMany(mappedBy = "event", cascade = CascadeType.PERSIST)
    @OrderBy("place")
    private List<Pool> pools = new ArrayList<>();

    protected Event() {}

    Event(String id, String title, Instant registrationOpens) {
        this.id = id;
        this.title = title;
        this.registrationOpens = registrationOpens;
    }

    void addPool(String poolId, String name, int capacity, Groups groups) {
        pools.add(new Pool(poolId, this, pools.size(), name, capacity, groups));
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    Optional<Instant> registrationOpens() {
        return Optional.ofNullable(registrationOpens);
    }

    List<Pool> pools() {
        return List.copyOf(pools);
    }

    /**
     * Settles a pending registration. Admits it to the first pool with a matching group and a free place, or else puts
     * it on the waiting list. A registration that is already settled stays unchanged, so it does no harm if a task runs
     * twice.
     */
    void settle(Registration registration, Instant now) {
        if (registration.state() != RegistrationState.PENDING) {
            return;
        }
        turns++;
        pools.stream()
                .filter(pool -> pool.takes(registration.groups()))
                .findFirst()
                .ifPresentOrElse(pool -> registration.admit(pool, turns, now), () -> registration.await(turns));
    }
}
