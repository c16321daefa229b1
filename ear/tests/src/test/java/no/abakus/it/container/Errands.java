package no.abakus.it.container;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BooleanSupplier;
import no.abakus.tasks.AbakusTask;

/** Tasks that need a role which their caller does not have. */
@ApplicationScoped
public class Errands {

    @EJB
    private Clerk clerk;

    @EJB
    private Vault vault;

    /** Asks the session bean that runs in the role. */
    @AbakusTask(name = "tests.by_the_clerk", ignoreResult = false)
    public String byTheClerk() {
        return said(clerk::open);
    }

    /** Does it without the role. */
    @AbakusTask(name = "tests.without_the_clerk", ignoreResult = false)
    public String withoutTheClerk() {
        return said(vault::open);
    }

    private static String said(BooleanSupplier opened) {
        try {
            return opened.getAsBoolean() ? "opened" : "opened without the role";
        } catch (EJBException refused) {
            return "refused";
        }
    }
}
