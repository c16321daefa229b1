package no.abakus.sample.registrations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import no.abakus.logging.Log;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.TaskRequest;

/** The tasks. They run outside a transaction, because they decide what to do if a transaction fails. */
@ApplicationScoped
public class Registrar {

    private static final Log log = Log.get();

    private static final int MAX_RETRIES = 8;

    @Inject
    TaskRequest request;

    @Inject
    Admissions admissions;

    /**
     * Admits the registration or puts it on the waiting list. A second run of the task has no further effect. The task
     * is retried after an exception, for example because a lock was not granted or a row is not visible yet. If the
     * last try fails, so does the registration.
     *
     * @return the state of the registration
     */
    @AbakusTask(name = "registrations.register", maxRetries = MAX_RETRIES)
    public String register(String registrationId) {
        try {
            Settled settled = admissions.settle(registrationId);
            switch (settled.state()) {
                case ADMITTED ->
                    log.info(
                            "registration_admitted",
                            "registration_id",
                            registrationId,
                            "event_id",
                            settled.eventId(),
                            "pool",
                            settled.pool().orElseThrow());
                case WAITING ->
                    log.info("registration_waiting", "registration_id", registrationId, "event_id", settled.eventId());
                default ->
                    log.info(
                            "registration_not_settled",
                            "registration_id",
                            registrationId,
                            "event_id",
                            settled.eventId(),
                            "state",
                            settled.state());
            }
            return settled.state().name();
        } catch (RuntimeException e) {
            if (request.retries() < MAX_RETRIES) {
                throw request.retry(patience(), e);
            }
            admissions.fail(registrationId);
            log.error("registration_failed", e, "registration_id", registrationId);
            throw e;
        }
    }

    /** Takes back the registration and moves up the first registration on the waiting list that fits. */
    @AbakusTask(name = "registrations.unregister", maxRetries = MAX_RETRIES)
    public void unregister(String registrationId) {
        try {
            String movedUp = admissions.unregister(registrationId).orElse(null);
            log.info("registration_unregistered", "registration_id", registrationId, "moved_up", movedUp);
        } catch (RuntimeException e) {
            throw request.retry(patience(), e);
        }
    }

    private Duration patience() {
        return Duration.ofMillis(100L << request.retries());
    }
}
