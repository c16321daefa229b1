package no.abakus.sample.registrations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import no.abakus.tasks.AbakusTask;

/** The tasks of registrations. */
@ApplicationScoped
public class Registrar {

    private final Admissions admissions;

    /** For the container's proxy. */
    protected Registrar() {
        this(null);
    }

    @Inject
    public Registrar(Admissions admissions) {
        this.admissions = admissions;
    }

    /** Decides about a registration and answers its state. */
    @AbakusTask(name = "registrations.register")
    public String register(long registrationId) {
        try {
            return admissions.admit(registrationId).name();
        } catch (RuntimeException e) {
            admissions.fail(registrationId);
            throw e;
        }
    }

    /** Takes a registration back. */
    @AbakusTask(name = "registrations.unregister")
    public void unregister(long registrationId) {
        admissions.giveBack(registrationId);
    }
}
