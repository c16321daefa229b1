package no.abakus.tasks.worker;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Optional;
import no.abakus.tasks.AbakusTask;

/**
 * Sets the log context and the request of the task while its method runs. It is the outermost interceptor, so the
 * application's own interceptors log in that context too. A direct call of the method changes neither.
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
