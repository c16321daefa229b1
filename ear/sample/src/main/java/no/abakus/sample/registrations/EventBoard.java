package no.abakus.sample.registrations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.sample.registrations.EventState.PoolState;
import no.abakus.sample.registrations.Registration.State;

/** Tells how events stand, by counting registrations, so that a wrong decision would show. */
@ApplicationScoped
public class EventBoard {

    @PersistenceContext
    private EntityManager entities;

    /** How the event stands; empty if there is none. */
    @Transactional
    public Optional<EventState> find(long eventId) {
        return Optional.ofNullable(entities.find(Event.class, eventId)).map(this::state);
    }

    private EventState state(Event event) {
        Map<State, Long> counts = counts(event);
        Object[] span = entities.createQuery(
                        "select min(r.decidedAt), max(r.decidedAt) from Registration r"
                                + " where r.event = :event and r.state = :admitted",
                        Object[].class)
                .setParameter("event", event)
                .setParameter("admitted", State.ADMITTED)
                .getSingleResult();
        return new EventState(
                event.id(),
                event.title(),
                counts.getOrDefault(State.ADMITTED, 0L),
                counts.getOrDefault(State.WAITING, 0L),
                counts.getOrDefault(State.PENDING, 0L),
                counts.getOrDefault(State.FAILED, 0L),
                event.pools().stream().map(this::state).toList(),
                (OffsetDateTime) span[0],
                (OffsetDateTime) span[1]);
    }

    private Map<State, Long> counts(Event event) {
        List<Object[]> rows = entities.createQuery(
                        "select r.state, count(r) from Registration r where r.event = :event group by r.state",
                        Object[].class)
                .setParameter("event", event)
                .getResultList();
        Map<State, Long> counts = new EnumMap<>(State.class);
        rows.forEach(row -> counts.put((State) row[0], (Long) row[1]));
        return counts;
    }

    private PoolState state(Pool pool) {
        long admitted = entities.createQuery("select count(r) from Registration r where r.pool = :pool", Long.class)
                .setParameter("pool", pool)
                .getSingleResult();
        return new PoolState(pool.name(), pool.capacity(), admitted);
    }
}
