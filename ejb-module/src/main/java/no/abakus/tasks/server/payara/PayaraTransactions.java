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
 * Has what a transaction's methods open take part in it. Payara enlists a connection in the transaction of the component that was
 * called last, and {@code @Transactional} tells only servlets of the one that it begins: below a message-driven bean, where tasks run,
 * a connection would commit each statement by itself, and a message would be sent at once.
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
        // Not the whole type for the sake of one: its other methods may be final.
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
