package no.abakus.tasks.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import no.abakus.tasks.TaskCall;
import no.abakus.tasks.Tasks;

/**
 * Wraps {@code Tasks} so that the tasks that a call sends run before the call returns. It wraps every method, so it
 * need not know which methods send.
 *
 * @param inner the {@code Tasks} itself, or a call that it returned
 * @param runner runs the sent tasks
 */
record EagerDoor(Object inner, Runner runner) implements InvocationHandler {

    /** Is called before and after each call. */
    interface Runner {

        /** Returns the number of messages sent before the call. */
        int mark();

        /** Runs all tasks that were sent after the mark. */
        void runSince(int mark);
    }

    static Tasks around(Tasks door, Runner runner) {
        return around(Tasks.class, door, runner);
    }

    private static <T> T around(Class<T> type, T inner, Runner runner) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new EagerDoor(inner, runner)));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
        int mark = runner.mark();
        Object answer;
        try {
            answer = method.invoke(inner, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        runner.runSince(mark);
        return answer instanceof TaskCall<?> call ? around(TaskCall.class, call, runner) : answer;
    }
}
