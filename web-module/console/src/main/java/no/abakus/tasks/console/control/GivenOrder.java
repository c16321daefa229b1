package no.abakus.tasks.console.control;

import jakarta.ws.rs.core.Response;
import no.abakus.tasks.console.order.Order;
import no.abakus.tasks.console.problem.ControlProblems;
import no.abakus.tasks.operate.TaskControl;

/** The response to an order. */
public final class GivenOrder {

    private GivenOrder() {}

    /** Gives the order. Returns 202, or throws a problem that says why the order could not be given. */
    public static Response of(Order order, TaskControl control) {
        return Response.accepted(ControlProblems.reached(() -> order.give(control)))
                .build();
    }
}
