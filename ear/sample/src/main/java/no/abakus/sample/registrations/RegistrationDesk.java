package no.abakus.sample.registrations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.abakus.tasks.TaskCall;
import no.abakus.tasks.Tasks;
import no.abakus.web.problem.ProblemException;
import no.abakus.web.problem.ProblemType;

/**
 * Does the work of the REST requests. Each method is one transaction, so its rows and messages are committed together
 * or not at all.
 */
@ApplicationScoped
@Transactional
class RegistrationDesk {

    private static final ProblemType NO_EVENT = new ProblemType("event-not-found", 404, "No such event");
    private static final ProblemType NO_REGISTRATION =
            new ProblemType("registration-not-found", 404, "No such registration");

    private final Clock clock = Clock.systemUTC();

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Tasks tasks;

    /** Creates an event and returns its id. */
    String open(NewEvent wanted) {
        Event event = new Event(newId(), wanted.title(), wanted.registrationOpens());
        for (NewEvent.NewPool pool : wanted.pools()) {
            event.addPool(newId(), pool.name(), pool.capacity(), Groups.of(pool.groups()));
        }
        entities.persist(event);
        return event.id();
    }

    /** Writes a pending registration and sends the task that settles it. */
    Requested request(String eventId, NewRegistration wanted, Asking asking) {
        return request(event(eventId), asking.checked(wanted), asking);
    }

    /** Writes many pending registrations and sends their tasks, all of them or none. */
    List<Requested> request(String eventId, NewBatch wanted, Asking asking) {
        Event event = event(eventId);
        return IntStream.range(0, wanted.count())
                .mapToObj(number -> request(event, wanted.registration(number), asking))
                .toList();
    }

    /** Sends the task that takes back the registration and returns the task's id. */
    String unregister(String registrationId, Asking asking) {
        Registration registration = entities.find(Registration.class, registrationId);
        if (registration == null) {
            throw new ProblemException(NO_REGISTRATION, "There is no registration " + registrationId);
        }
        asking.checkTakesBack(registration);
        return tasks.delay(Registrar::unregister, registrationId).id();
    }

    /** Returns the current state of the event. */
    EventView view(String eventId) {
        return new EventReport(entities, event(eventId)).view();
    }

    private Requested request(Event event, NewRegistration wanted, Asking asking) {
        Registration registration = new Registration(
                newId(), event, wanted.user(), asking.user(), Groups.of(wanted.groups()), clock.instant());
        entities.persist(registration);
        TaskCall<String> call = tasks.call(Registrar::register, registration.id());
        return Stream.concat(Stream.ofNullable(wanted.eta()), event.registrationOpens().stream())
                .max(Instant::compareTo)
                .map(call::eta)
                .orElse(call)
                .applyAsync()
                .id()
                .transform(taskId -> new Requested(registration.id(), taskId));
    }

    private Event event(String id) {
        Event event = entities.find(Event.class, id);
        if (event == null) {
            throw new ProblemException(NO_EVENT, "There is no event " + id);
        }
        return event;
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
