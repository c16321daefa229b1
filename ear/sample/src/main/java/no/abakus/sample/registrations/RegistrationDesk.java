package no.abakus.sample.registrations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.TaskCall;
import no.abakus.tasks.Tasks;
import no.abakus.web.problem.ProblemException;
import no.abakus.web.problem.ProblemType;

/** Takes wishes in: each is written and its task is sent in one transaction, so that neither is ever without the other. */
@ApplicationScoped
public class RegistrationDesk {

    private static final ProblemType NOT_FOUND = new ProblemType("not-found", 404, "Not found");

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Tasks tasks;

    /** Opens an event and answers its id. */
    @Transactional
    public long open(NewEvent wanted) {
        Event event = new Event(wanted.title(), wanted.registrationOpens());
        wanted.pools().forEach(pool -> event.addPool(pool.name(), pool.capacity(), pool.groups()));
        entities.persist(event);
        entities.flush();
        return event.id();
    }

    /** Takes one registration in, to be decided at the eta, else when registration opens, else at once. */
    @Transactional
    public Accepted register(long eventId, NewRegistration wanted) {
        return register(event(eventId), wanted.user(), wanted.groups(), wanted.eta());
    }

    /** Takes as many registrations in, of users named "0", "1" and so on. */
    @Transactional
    public List<Accepted> registerMany(long eventId, NewRegistrations wanted) {
        Event event = event(eventId);
        return IntStream.range(0, wanted.count())
                .mapToObj(user -> register(event, Integer.toString(user), wanted.groups(), wanted.eta()))
                .toList();
    }

    /** Takes the wish in to take a registration back. */
    @Transactional
    public Accepted unregister(long registrationId) {
        if (entities.find(Registration.class, registrationId) == null) {
            throw new ProblemException(NOT_FOUND, "There is no registration " + registrationId);
        }
        return new Accepted(
                registrationId, tasks.delay(Registrar::unregister, registrationId).id());
    }

    private Accepted register(Event event, String user, List<String> groups, OffsetDateTime eta) {
        Registration registration = new Registration(event, user, groups);
        entities.persist(registration);
        TaskCall<String> call = tasks.call(Registrar::register, registration.id());
        Optional<Instant> due = Optional.ofNullable(eta).or(event::opens).map(OffsetDateTime::toInstant);
        AsyncResult<String> sent = due.map(call::eta).orElse(call).applyAsync();
        registration.decidedBy(sent.id());
        return new Accepted(registration.id(), sent.id());
    }

    private Event event(long id) {
        Event event = entities.find(Event.class, id);
        if (event == null) {
            throw new ProblemException(NOT_FOUND, "There is no event " + id);
        }
        return event;
    }
}
