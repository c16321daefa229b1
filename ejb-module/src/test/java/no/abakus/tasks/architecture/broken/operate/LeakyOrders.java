package no.abakus.tasks.architecture.broken.operate;

import no.abakus.tasks.architecture.broken.port.Adapter;

/** An API class that shows the inside. */
public final class LeakyOrders {

    /** Shows it. */
    public Adapter adapter() {
        return new Adapter();
    }
}
