package no.abakus.tasks.server.payara;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.enterprise.inject.spi.configurator.AnnotatedTypeConfigurator;
import jakarta.transaction.Transactional;
import no.abakus.tasks.AbakusTask;

/**
 * Makes what a transaction's methods open take part in it. Payara enlists a connection in the transaction of the
 * component that was called last, but {@code @Transactional} sets that transaction only for servlets.
 *
 * <p>Below a message-driven bean, where tasks run, a connection would otherwise commit each statement by itself, and a
 * message would be sent immediately.
 */
public class PayaraTransactions implements Extension {

    private final boolean needed = ComponentTransaction.ofThisServer().isPresent();

    void bind(@Observes @WithAnnotations({Transactional.class, AbakusTask.class}) ProcessAnnotatedType<?> type) {
        if (!needed) {
            return;
        }
        AnnotatedTypeConfigurator<?> configured = type.configureAnnotatedType();
        if (isTransactional(type.getAnnotatedType())) {
            configured.add(InTransaction.Literal.INSTANCE);
        }
        // Not the whole type because of one method: its other methods may be final.
        configured
                .filterMethods(PayaraTransactions::runsInOne)
                .forEach(method -> method.add(InTransaction.Literal.INSTANCE));
    }

    /** By itself or by a stereotype. */
    private static boolean isTransactional(AnnotatedType<?> type) {
        return type.isAnnotationPresent(Transactional.class)
                || type.getAnnotations().stream()
                        .anyMatch(one -> one.annotationType().isAnnotationPresent(Transactional.class));
    }

    private static boolean runsInOne(AnnotatedMethod<?> method) {
        return method.isAnnotationPresent(Transactional.class) || method.isAnnotationPresent(AbakusTask.class);
    }
}
