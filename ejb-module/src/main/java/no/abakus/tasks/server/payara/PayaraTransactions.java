package no.abakus.tasks.server.payara;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
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
        if (needed && !type.getAnnotatedType().getJavaClass().isInterface()) {
            type.configureAnnotatedType().add(InTransaction.Literal.INSTANCE);
        }
    }
}
