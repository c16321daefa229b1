package no.abakus.tasks.deployment;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import no.abakus.tasks.module.TaskModule;
import no.abakus.tasks.registry.TaskTarget;

/**
 * Calls a task through its bean's proxy, so that transactions, security and interceptors apply. Keeps the bean instead
 * of looking it up at each call. Code of an EJB module cannot find the beans of a web module, but it can call a bean
 * that was passed to it. The bean is created and called in the context of its own module, where its resources are.
 */
final class CdiTarget implements TaskTarget {

    private final BeanManager beans;
    private final Bean<?> bean;
    private final Method method;
    private final TaskModule module;
    private volatile Object sharedReference;

    CdiTarget(BeanManager beans, Bean<?> bean, Method method, TaskModule module) {
        this.beans = beans;
        this.bean = bean;
        this.method = method;
        this.module = module;
        method.setAccessible(true);
    }

    @Override
    public Object invoke(Object[] arguments) throws Throwable {
        return module.call(() -> {
            Thread.currentThread().setContextClassLoader(loader());
            return bean.getScope() == Dependent.class ? invokeOnOwn(arguments) : call(shared(), arguments);
        });
    }

    @Override
    public ClassLoader loader() {
        return bean.getBeanClass().getClassLoader();
    }

    private Object shared() {
        Object reference = sharedReference;
        if (reference == null) {
            // For a normal scope this is a proxy, which finds the right instance on each call.
            reference = beans.getReference(bean, bean.getBeanClass(), beans.createCreationalContext(bean));
            sharedReference = reference;
        }
        return reference;
    }

    /** Creates a dependent bean, which lives only for one execution. */
    private Object invokeOnOwn(Object[] arguments) throws Throwable {
        CreationalContext<?> context = beans.createCreationalContext(bean);
        try {
            return call(beans.getReference(bean, bean.getBeanClass(), context), arguments);
        } finally {
            context.release();
        }
    }

    private Object call(Object reference, Object[] arguments) throws Throwable {
        try {
            return method.invoke(reference, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
