package no.abakus.sample.registrations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The transactions of the tasks. Each transaction locks the event's row before it reads the rows on which its decision
 * depends. So all changes to the places of one event happen one after another.
 */
@ApplicationScoped
@Transactional
class Admissions {

    private final Clock clock;

    @PersistenceContext
    private EntityManager entities;

    protected Admissions() {
        this(null, Clock.systemUTC());
    }

    Admissions(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Settles the registration if it is still pending.
     *
     * @throws NoSuchElementException if there is no such registration; the registration may not be visible yet, because
     *     a database may commit a moment after the broker
     */
    Settled settle(String registrationId) {
        Event event = lockedEventOf(registrationId);
        Registration registration = entities.find(Registration.class, registrationId);
        event.settle(registration, clock.instant());
        return Settled.of(event.id(), registration);
    }

    /** Records that no task will settle the registration any more. */
    void fail(String registrationId) {
        lockedEventOf(registrationId);
        Registration registration = entities.find(Registration.class, registrationId);
        if (registration.state() == RegistrationState.PENDING) {
            registration.fail();
        }
    }

    /** Takes back the registration and returns the id of the registration that moves up, if any. */
    Optional<String> unregister(String registrationId) {
        Event event = lockedEventOf(registrationId);
        Optional<Pool> left = entities.find(Registration.class, registrationId).unregister();
        Optional<Registration> next = left.flatMap(pool -> firstWaitingFor(pool, event));
        next.ifPresent(registration -> registration.moveUp(left.orElseThrow(), clock.instant()));
        return next.map(Registration::id);
    }

    private Event lockedEventOf(String registrationId) {
        String eventId = entities.createQuery("SELECT r.event.id FROM Registration r WHERE r.id = :id", String.class)
                .setParameter("id", registrationId)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("There is no registration " + registrationId));
        return entities.find(Event.class, eventId, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<Registration> firstWaitingFor(Pool pool, Event event) {
        return entities.createQuery(
                        "SELECT r FROM Registration r WHERE r.event = :event AND r.state = :waiting ORDER BY r.turn",
                        Registration.class)
                .setParameter("event", event)
                .setParameter("waiting", RegistrationState.WAITING)
                .getResultStream()
                .filter(registration -> pool.takes(registration.groups()))
                .findFirst();
    }
}
