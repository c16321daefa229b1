package no.abakus.sample.registrations;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the registrations of an event, in the caller's transaction. */
final class EventReport {

    private final EntityManager entities;
    private final Event event;

    EventReport(EntityManager entities, Event event) {
        this.entities = entities;
        this.event = event;
    }

    EventView view() {
        Map<RegistrationState, Long> byState = byState();
        Map<String, Long> byPool = byPool();
        return new EventView(
                event.id(),
                event.title(),
                byState.getOrDefault(RegistrationState.ADMITTED, 0L),
                byState.getOrDefault(RegistrationState.WAITING, 0L),
                byState.getOrDefault(RegistrationState.PENDING, 0L),
                byState.getOrDefault(RegistrationState.FAILED, 0L),
                event.pools().stream()
                        .map(pool -> new EventView.PoolView(
                                pool.name(), pool.capacity(), byPool.getOrDefault(pool.id(), 0L)))
                        .toList(),
                admittedAt("ASC"),
                admittedAt("DESC"));
    }

    private Map<RegistrationState, Long> byState() {
        Map<RegistrationState, Long> counts = new EnumMap<>(RegistrationState.class);
        count("SELECT r.state, COUNT(r) FROM Registration r WHERE r.event = :event GROUP BY r.state")
                .forEach(row -> counts.put((RegistrationState) row[0], (Long) row[1]));
        return counts;
    }

    private Map<String, Long> byPool() {
        Map<String, Long> counts = new HashMap<>();
        count("SELECT p.id, COUNT(r) FROM Registration r JOIN r.pool p WHERE r.event = :event GROUP BY p.id")
                .forEach(row -> counts.put((String) row[0], (Long) row[1]));
        return counts;
    }

    private List<Object[]> count(String query) {
        return entities.createQuery(query, Object[].class)
                .setParameter("event", event)
                .getResultList();
    }

    private Instant admittedAt(String order) {
        return entities.createQuery(
                        "SELECT r.admittedAt FROM Registration r WHERE r.event = :event AND r.state = :admitted"
                                + " ORDER BY r.admittedAt " + order,
                        Instant.class)
                .setParameter("event", event)
                .setParameter("admitted", RegistrationState.ADMITTED)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }
}
