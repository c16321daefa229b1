package no.abakus.tasks.deployment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.function.Supplier;

/**
 * Lets the container begin and end transactions. An interceptor does this, because only interceptors work the same in
 * web code, message-driven beans and managed threads.
 */
@ApplicationScoped
class TransactionBoundaries {

    @Transactional(TxType.REQUIRED)
    public <T> T joined(Supplier<T> work) {
        return work.get();
    }

    @Transactional(TxType.REQUIRES_NEW)
    public <T> T own(Supplier<T> work) {
        return work.get();
    }

    @Transactional(TxType.NOT_SUPPORTED)
    public <T> T outside(Supplier<T> work) {
        return work.get();
    }
}
