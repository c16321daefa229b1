package no.abakus.tasks.architecture.broken;

import jakarta.jms.Message;
import no.abakus.tasks.architecture.broken.worker.Shortcut;

/** An API class that is open for extension, and that exposes both JMS and internal types. */
public class LeakyApi {

    /** Shows both. */
    public Message message(Shortcut shortcut) {
        throw new UnsupportedOperationException(shortcut.toString());
    }
}
