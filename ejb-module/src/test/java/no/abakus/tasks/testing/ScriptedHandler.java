package no.abakus.tasks.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import no.abakus.tasks.port.DeliveryHandler;
import no.abakus.tasks.port.Settlement;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.Rejection;

/** A handler that handles deliveries as a test says, and records which messages were reported as unreadable. */
public final class ScriptedHandler implements DeliveryHandler {

    private final Function<Delivery, Settlement> handling;
    private final List<Rejection> unreadable = new ArrayList<>();
    private final List<String> givenUp = new ArrayList<>();

    private ScriptedHandler(Function<Delivery, Settlement> handling) {
        this.handling = handling;
    }

    /** A handler that does this. */
    public static ScriptedHandler of(Function<Delivery, Settlement> handling) {
        return new ScriptedHandler(handling);
    }

    @Override
    public Settlement deliver(Delivery delivery) {
        return handling.apply(delivery);
    }

    @Override
    public void unreadable(String queue, String messageId, Rejection rejection) {
        unreadable.add(rejection);
    }

    @Override
    public void givenUp(Delivery delivery, Rejection rejection) {
        givenUp.add(delivery.message().id());
    }

    /** The ids of messages that were given up, so that they are not delivered again. */
    public List<String> givenUp() {
        return List.copyOf(givenUp);
    }

    /** Why messages could not be read. */
    public List<Rejection> unreadable() {
        return List.copyOf(unreadable);
    }
}
