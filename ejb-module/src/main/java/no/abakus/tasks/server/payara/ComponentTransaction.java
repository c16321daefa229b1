package no.abakus.tasks.server.payara;

import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * The transaction of the component called last on this thread. Payara keeps that transaction in addition to the
 * thread's transaction. This class uses reflection, because the classes that it calls belong to the server.
 * Thread-safe.
 */
final class ComponentTransaction {

    private static final Optional<ComponentTransaction> OF_THIS_SERVER = find();

    private final Object components;
    private final TransactionManager transactions;
    private final Method called;
    private final Method get;
    private final Method set;
    private final Method enlist;
    private final Method delist;

    private ComponentTransaction(ClassLoader server) throws ReflectiveOperationException {
        Method service = server.loadClass("org.glassfish.internal.api.Globals").getMethod("get", Class.class);
        Class<?> manager = server.loadClass("com.sun.enterprise.transaction.api.JavaEETransactionManager");
        Class<?> invocations = server.loadClass("org.glassfish.api.invocation.InvocationManager");
        Class<?> invocation = server.loadClass("org.glassfish.api.invocation.ComponentInvocation");
        this.components = service.invoke(null, invocations);
        this.transactions = (TransactionManager) service.invoke(null, manager);
        this.called = invocations.getMethod("getCurrentInvocation");
        this.get = invocation.getMethod("getTransaction");
        this.set = invocation.getMethod("setTransaction", Object.class);
        this.enlist = manager.getMethod("enlistComponentResources");
        this.delist = manager.getMethod("delistComponentResources", boolean.class);
    }

    /** The access to this server's component transactions; empty if the server is not Payara. */
    static Optional<ComponentTransaction> ofThisServer() {
        return OF_THIS_SERVER;
    }

    private static Optional<ComponentTransaction> find() {
        try {
            return Optional.of(new ComponentTransaction(ComponentTransaction.class.getClassLoader()));
        } catch (ReflectiveOperationException | LinkageError e) {
            return Optional.empty();
        }
    }

    /** Sets the component's transaction to the thread's transaction, until the returned object is closed. */
    Told tell() throws SystemException {
        Object component = call(called, components);
        Object threads = transactions.getTransaction();
        if (component == null || threads == null) {
            return () -> {};
        }
        Object before = call(get, component);
        if (threads.equals(before)) {
            return () -> {};
        }
        // From here on the component's open connections take part in the transaction, as after UserTransaction.begin().
        call(enlist, transactions);
        return () -> {
            try {
                call(delist, transactions, false);
            } finally {
                call(set, component, before);
            }
        };
    }

    private static Object call(Method method, Object target, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(
                    "The server could not associate a component with its transaction: " + e.getCause(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The server's " + method + " cannot be called", e);
        }
    }

    /** Keeps the component's transaction set until this object is closed. */
    @FunctionalInterface
    interface Told extends AutoCloseable {

        @Override
        void close();
    }
}
