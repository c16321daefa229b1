package no.abakus.tasks.transport.jms;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.jms.Message;
import java.util.Arrays;
import java.util.Optional;
import no.abakus.logging.LogScope;
import no.abakus.tasks.jms.CarriesLogContext;
import no.abakus.tasks.jms.JmsLogContext;

/**
 * Binds the log context of the message that a method receives. This is the outermost interceptor, so other interceptors
 * log in that context too.
 */
@Interceptor
@CarriesLogContext
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class LogContextInterceptor {

    private final JmsLogContext contexts;

    @Inject
    public LogContextInterceptor(JmsLogContext contexts) {
        this.contexts = contexts;
    }

    @AroundInvoke
    Object around(InvocationContext invocation) throws Exception {
        Optional<Message> message = Arrays.stream(invocation.getParameters())
                .filter(Message.class::isInstance)
                .map(Message.class::cast)
                .findFirst();
        if (message.isEmpty()) {
            return invocation.proceed();
        }
        try (LogScope scope = contexts.bind(message.get())) {
            return invocation.proceed();
        }
    }
}
