package no.abakus.sample.registrations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import no.abakus.logging.Log;
import no.abakus.sample.registrations.Registration.State;

/**
 * Gives places out and takes them back. Each decision holds the event's row, so that they come one after the other and see
 * each other's effect; a decision that was made is not made again, so that a task may run twice.
 */
@ApplicationScoped
public class Admissions {

    private static final Log log = Log.get();

    @PersistenceContext
    private EntityManager entities;

    /** Gives the registration a place in the first pool that takes it and has one, else a place in the waiting list. */
    @Transactional
    public State admit(long registrationId) {
        Registration registration = holdingItsEvent(registrationId);
        if (registration.state() != State.PENDING) {
            log.info("registration_already_decided", "registration_id", registrationId, "state", registration.state());
            return registration.state();
        }
        Optional<Pool> pool = registration.event().pools().stream()
                .filter(candidate -> candidate.takes(registration.groups()))
                .filter(candidate -> admitted(candidate) < candidate.capacity())
                .findFirst();
        if (pool.isPresent()) {
            registration.admit(pool.get(), now());
            log.info("registration_admitted", "registration_id", registrationId, "pool", pool.get().name());
        } else {
            registration.keepWaiting(now());
            log.info("registration_waiting", "registration_id", registrationId);
        }
        return registration.state();
    }

    /** Takes the registration back, and gives its place to the first who waits for one of that pool. */
    @Transactional
    public void giveBack(long registrationId) {
        Registration registration = holdingItsEvent(registrationId);
        if (registration.state() == State.UNREGISTERED) {
            return;
        }
        Optional<Pool> freed = registration.pool();
        registration.unregister(now());
        log.info("registration_taken_back", "registration_id", registrationId);
        freed.flatMap(this::firstWaitingFor).ifPresent(next -> {
            next.admit(freed.get(), now());
            log.info("registration_moved_up", "registration_id", next.id(), "pool", freed.get().name());
        });
    }

    /** Notes that no decision could be made. */
    @Transactional
    public void fail(long registrationId) {
        Registration registration = holdingItsEvent(registrationId);
        if (registration.state() == State.PENDING) {
            registration.fail(now());
        }
    }

    /** The registration as it is once nobody else decides about its event. */
    private Registration holdingItsEvent(long registrationId) {
        Registration registration = entities.find(Registration.class, registrationId);
        if (registration == null) {
            throw new IllegalArgumentException("There is no registration " + registrationId);
        }
        entities.find(Event.class, registration.event().id(), LockModeType.PESSIMISTIC_WRITE);
        entities.refresh(registration);
        return registration;
    }

    private long admitted(Pool pool) {
        return entities.createQuery("select count(r) from Registration r where r.pool = :pool", Long.class)
                .setParameter("pool", pool)
                .getSingleResult();
    }

    private Optional<Registration> firstWaitingFor(Pool pool) {
        return entities
                .createQuery(
                        "select r from Registration r where r.event = :event and r.state = :waiting"
                                + " order by r.decidedAt, r.id",
                        Registration.class)
                .setParameter("event", pool.event())
                .setParameter("waiting", State.WAITING)
                .getResultStream()
                .filter(waiting -> pool.takes(waiting.groups()))
                .findFirst();
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }
}
