package no.abakus.tasks.server.payara;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Optional;
import no.abakus.tasks.port.TaskThread;

/** As {@link InTransactionInterceptor}, but only below a task. */
@Interceptor
@InTransactionOfTask
@Priority(InTransactionInterceptor.INSIDE_OF_TRANSACTIONAL)
public class InTransactionOfTaskInterceptor {

    private final Optional<? extends ComponentsTransaction> component;

    /** For this server. */
    public InTransactionOfTaskInterceptor() {
        this(ComponentTransaction.ofThisServer());
    }

    InTransactionOfTaskInterceptor(Optional<? extends ComponentsTransaction> component) {
        this.component = component;
    }

    @AroundInvoke
    Object around(InvocationContext invocation) throws Exception {
        if (component.isEmpty() || !TaskThread.runsTask()) {
            return invocation.proceed();
        }
        try (ComponentsTransaction.Told told = component.get().tell()) {
            return invocation.proceed();
        }
    }
}
