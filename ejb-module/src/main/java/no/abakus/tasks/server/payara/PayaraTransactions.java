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
 * Makes connections opened inside transactional methods join the transaction. Payara enlists a connection in the
 * transaction of the component called last, but {@code @Transactional} sets that transaction only for servlets.
 *
 * <p>A message-driven bean calls the tasks. In such a call, connections would otherwise use auto-commit, and messages
 * would be sent immediately.
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
        // Binds single methods instead of the type, because the type's other methods may be final.
        configured
                .filterMethods(PayaraTransactions::runsInOne)
                .forEach(method -> method.add(InTransaction.Literal.INSTANCE));
    }

    /** Whether the type is transactional, through an annotation of its own or through a stereotype. */
    private static boolean isTransactional(AnnotatedType<?> type) {
        return type.isAnnotationPresent(Transactional.class)
                || type.getAnnotations().stream()
                        .anyMatch(one -> one.annotationType().isAnnotationPresent(Transactional.class));
    }

    private static boolean runsInOne(AnnotatedMethod<?> method) {
        return method.isAnnotationPresent(Transactional.class) || method.isAnnotationPresent(AbakusTask.class);
    }
}
