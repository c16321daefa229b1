package no.abakus.tasks.server.payara;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Optional;

/**
 * Makes the thread's transaction the transaction of the component called last. Runs after {@code @Transactional} has
 * started or joined the thread's transaction.
 */
@Interceptor
@InTransaction
@Priority(InTransactionInterceptor.INSIDE_OF_TRANSACTIONAL)
public class InTransactionInterceptor {

    /** Runs after {@code @Transactional}, whose offset is 200. */
    static final int INSIDE_OF_TRANSACTIONAL = Interceptor.Priority.PLATFORM_BEFORE + 300;

    private final Optional<ComponentTransaction> component = ComponentTransaction.ofThisServer();

    @AroundInvoke
    Object around(InvocationContext invocation) throws Exception {
        if (component.isEmpty()) {
            return invocation.proceed();
        }
        try (ComponentTransaction.Told told = component.get().tell()) {
            return invocation.proceed();
        }
    }
}
