package no.abakus.tasks.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import no.abakus.tasks.TaskCall;
import no.abakus.tasks.Tasks;

/**
 * A front door behind which what a call has sent is run before the call returns. It stands around every method, so that it
 * need not know which of them send.
 *
 * @param inner the door itself, or a call that came out of it
 * @param runner runs what was sent
 */
record EagerDoor(Object inner, Runner runner) implements InvocationHandler {

    /** What happens around a call. */
    interface Runner {

        /** How much was sent before. */
        int mark();

        /** Runs all that was sent after the mark. */
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
