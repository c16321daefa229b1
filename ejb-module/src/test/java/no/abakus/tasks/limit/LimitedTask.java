package no.abakus.tasks.limit;

import java.lang.reflect.Method;
import no.abakus.tasks.registry.TaskAttributes;
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.registry.TaskParameters;

/** A task without parameters, which never runs. */
final class LimitedTask {

    private LimitedTask() {}

    static TaskDefinition definition() {
        try {
            Method method = Object.class.getMethod("hashCode");
            return new TaskDefinition(
                    "limited", TaskAttributes.DEFAULTS, Object.class, method, TaskParameters.of(method), null);
        } catch (NoSuchMethodException e) {
            throw new AssertionError("Every object has a hash code", e);
        }
    }
}
