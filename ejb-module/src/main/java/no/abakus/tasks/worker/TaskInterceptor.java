package no.abakus.tasks.worker;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Optional;
import no.abakus.tasks.AbakusTask;

/**
 * Binds the sender's log context and the request around a task's body, as the outermost interceptor, so that the user's
 * own ones log in it too. On a direct call there is nothing to bind, and the call just goes on.
 */
@Interceptor
@AbakusTask
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class TaskInterceptor {

    private final RequestStack requests;

    @Inject
    public TaskInterceptor(RequestStack requests) {
        this.requests = requests;
    }

    @AroundInvoke
    Object around(InvocationContext invocation) throws Exception {
        Optional<RequestStack.Entered> entered = requests.enter();
        if (entered.isEmpty()) {
            return invocation.proceed();
        }
        try (RequestStack.Entered task = entered.get()) {
            return invocation.proceed();
        }
    }
}
