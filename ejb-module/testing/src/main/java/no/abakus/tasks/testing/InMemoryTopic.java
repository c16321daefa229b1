package no.abakus.tasks.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.port.ControlChannel;
import no.abakus.tasks.port.ControlListener;
import no.abakus.tasks.port.ControlMessage;

/**
 * The channel between nodes. The thread that sends a message also delivers it to all nodes. Passes {@code
 * ControlChannelContract}.
 */
public final class InMemoryTopic implements ControlChannel {

    private final List<ControlListener> listeners = new CopyOnWriteArrayList<>();
    private volatile String outage;

    /** Adds a listener. */
    public void join(ControlListener listener) {
        listeners.add(listener);
    }

    /** Removes a listener, as if its node were dead. */
    public void leave(ControlListener listener) {
        listeners.remove(listener);
    }

    /** Makes every send fail from now on, until {@link #restore}. */
    public void breakDown(String why) {
        outage = why;
    }

    /** Ends {@link #breakDown}. */
    public void restore() {
        outage = null;
    }

    @Override
    public void tell(ControlMessage message) {
        if (outage != null) {
            throw new OperationalException("The broker did not take the message: " + outage);
        }
        listeners.forEach(listener -> listener.heard(message));
    }
}
