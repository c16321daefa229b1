package no.abakus.it;

import jakarta.enterprise.context.ApplicationScoped;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import no.abakus.logging.Log;
import no.abakus.tasks.AbakusTask;

/** A task that several applications have under the same name. It says in which of them it runs. */
@ApplicationScoped
public class Counted {

    private static final Log log = Log.get(Counted.class);

    /** Logs the application that the sender meant, and the one in which it runs. */
    @AbakusTask(name = "counted.note")
    public void note(String meant, String key) throws NamingException {
        log.info("counted", "meant", meant, "here", here(), "key", key);
    }

    /** Returns the name of this application. */
    @SuppressWarnings("BanJNDI") // a constant name, which the server itself binds
    static String here() throws NamingException {
        return InitialContext.doLookup("java:app/AppName");
    }
}
