package no.abakus.tasks.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import no.abakus.tasks.registry.TaskTarget;
import no.abakus.tasks.worker.RequestStack;

/**
 * Calls a task on an ordinary object. Binds the request and the log context first, as the interceptor does in a
 * container.
 *
 * @param bean the object
 * @param method the method
 * @param requests where the worker leaves the request
 */
record PlainTarget(Object bean, Method method, RequestStack requests) implements TaskTarget {

    PlainTarget {
        method.setAccessible(true);
    }

    @Override
    public Object invoke(Object[] arguments) throws Throwable {
        Thread.currentThread().setContextClassLoader(loader());
        Optional<RequestStack.Entered> entered = requests.enter();
        if (entered.isEmpty()) {
            return call(arguments);
        }
        try (RequestStack.Entered task = entered.get()) {
            return call(arguments);
        }
    }

    private Object call(Object[] arguments) throws Throwable {
        try {
            return method.invoke(bean, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public ClassLoader loader() {
        return bean.getClass().getClassLoader();
    }
}
