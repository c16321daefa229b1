package no.abakus.tasks.worker;

import java.util.Optional;
import java.util.Set;

/** Finds the exception that a task method threw, without the wrappers that containers add. */
final class ThrownByBody {

    /** The maximum number of wrappers that are searched. Containers add fewer. */
    private static final int MAX_WRAPPERS = 8;

    /**
     * The class names of the wrappers. They are not class literals, because not every server has all of these classes.
     */
    private static final Set<String> WRAPPERS = Set.of(
            "jakarta.ejb.EJBException",
            "jakarta.ejb.EJBTransactionRolledbackException",
            "jakarta.transaction.TransactionalException",
            "java.lang.reflect.UndeclaredThrowableException");

    private ThrownByBody() {}

    /** The exception of this type that the task threw, even if it is wrapped. */
    static <W extends Throwable> Optional<W> wish(Throwable thrown, Class<W> type) {
        Throwable candidate = thrown;
        for (int i = 0; i < MAX_WRAPPERS && candidate != null; i++, candidate = cause(candidate)) {
            if (type.isInstance(candidate)) {
                return Optional.of(type.cast(candidate));
            }
        }
        return Optional.empty();
    }

    /** The exception itself, without the wrappers that a container added. */
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

    /** The cause; null if there is none, or if an overridden {@code getCause} throws. */
    private static Throwable cause(Throwable thrown) {
        try {
            return thrown.getCause();
        } catch (Throwable unreadable) {
            return null;
        }
    }
}
