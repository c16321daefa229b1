package no.abakus.tasks.registry;

import java.lang.reflect.Method;

/**
 * A task that this application knows.
 *
 * @param name its name
 * @param attributes its attributes
 * @param beanClass the class of the bean that runs the task
 * @param method the task method; the bean's class may have inherited it
 * @param parameters the method's parameters
 * @param target the target that a worker calls
 */
public record TaskDefinition(
        String name,
        TaskAttributes attributes,
        Class<?> beanClass,
        Method method,
        TaskParameters parameters,
        TaskTarget target) {

    /** Whether the task method returns a stage or a future of the result. */
    public boolean returnsLater() {
        return ResultType.isLater(method.getReturnType());
    }

    /** Returns the type of the task's result. */
    public ResultType resultType() {
        return ResultType.of(method.getGenericReturnType());
    }

    /** Returns the name and the parameters, such as {@code mail.send(String to, String subject)}. */
    @Override
    public String toString() {
        return name + parameters;
    }
}
