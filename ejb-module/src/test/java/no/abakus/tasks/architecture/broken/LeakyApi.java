package no.abakus.tasks.architecture.broken;

import jakarta.jms.Message;
import no.abakus.tasks.architecture.broken.worker.Shortcut;

/** An API class that anybody can extend, and that shows both JMS and the inside. */
public class LeakyApi {

    /** Shows both. */
    public Message message(Shortcut shortcut) {
        throw new UnsupportedOperationException(shortcut.toString());
    }
}
