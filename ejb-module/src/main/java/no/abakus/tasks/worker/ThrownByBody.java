package no.abakus.tasks.worker;

import java.util.Optional;
import java.util.Set;

/** What a body meant to throw, behind what containers wrap around it. */
final class ThrownByBody {

    /** Containers wrap what a bean throws; deeper than this none of them does. */
    private static final int MAX_WRAPPERS = 8;

    /** By name, since not every server has them all. */
    private static final Set<String> WRAPPERS = Set.of(
            "jakarta.ejb.EJBException",
            "jakarta.ejb.EJBTransactionRolledbackException",
            "jakarta.transaction.TransactionalException",
            "java.lang.reflect.UndeclaredThrowableException");

    private ThrownByBody() {}

    /** The wish of this type that the body uttered, however deep it is wrapped. */
    static <W extends Throwable> Optional<W> wish(Throwable thrown, Class<W> type) {
        Throwable candidate = thrown;
        for (int i = 0; i < MAX_WRAPPERS && candidate != null; i++, candidate = cause(candidate)) {
            if (type.isInstance(candidate)) {
                return Optional.of(type.cast(candidate));
            }
        }
        return Optional.empty();
    }

    /** The exception itself, without the wrappers that are a container's and not the author's. */
    static Throwable unwrapped(Throwable thrown) {
        Throwable inner = thrown;
        for (int i = 0; i < MAX_WRAPPERS && isWrapper(inner); i++) {
            inner = cause(inner);
        }
        return inner;
    }

    private static boolean isWrapper(Throwable thrown) {
        return WRAPPERS.contains(thrown.getClass().getName()) && cause(thrown) != null;
    }

    /** The cause, if there is one that can be had: the method may be anybody's. */
    private static Throwable cause(Throwable thrown) {
        try {
            return thrown.getCause();
        } catch (Throwable unreadable) {
            return null;
        }
    }
}
