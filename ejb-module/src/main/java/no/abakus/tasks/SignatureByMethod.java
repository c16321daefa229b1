package no.abakus.tasks;

/**
 * Makes signatures by method reference. A method reference needs a functional interface with the same number of
 * parameters. So there are two overloads for each number of parameters, one for methods with a result and one for
 * methods without. They all call {@link #signature(TaskMethod, Object...)}. Part of {@link Tasks}.
 */
// The compiler warns that a lambda would fit several overloads. But a lambda cannot name a task, so nobody can use one
// here. A method reference is not ambiguous, because its method either has a result or has none.
@SuppressWarnings("overloads")
public interface SignatureByMethod {

    /**
     * Returns a signature of the task with these first arguments. The signature can be sent later or by another
     * component. Missing arguments can be added before it is sent. Celery: {@code task.s(…)}.
     *
     * @throws TaskNotFoundException if the reference is neither to a task of this application nor to a method of an
     *     interface that names a task; see {@link AbakusTask}
     */
    TaskSignature signature(TaskMethod<?> task, Object... args);

    /** Returns a signature of a task with no parameters and a result; see {@link #signature(TaskMethod, Object...)}. */
    default <B, R> TaskSignature signature(TaskMethod.F0<B, R> task, Object... args) {
        return signature((TaskMethod<?>) task, args);
    }

    /** Returns a signature of a task with one parameter and a result; see {@link #signature(TaskMethod, Object...)}. */
    default <B, A1, R> TaskSignature signature(TaskMethod.F1<B, A1, R> task, Object... args) {
        return signature((TaskMethod<?>) task, args);
    }

    /**
     * Returns a signature of a task with two parameters and a result; see {@link #signature(TaskMethod, Object...)}.
     */
    default <B, A1, A2, R> TaskSignature signature(TaskMethod.F2<B, A1, A2, R> task, Object... args) {
        return signature((TaskMethod<?>) task, args);
    }

    /**
     * Returns a signature of a task with three parameters and a result; see {@link #signature(TaskMethod, Object...)}.
     */
    default <B, A1, A2, A3, R> TaskSignature signature(TaskMethod.F3<B, A1, A2, A3, R> task, Object... args) {
        return signature((TaskMethod<?>) task, args);
    }

    /**
     * Returns a signature of a task with four parameters and a result; see {@link #signature(TaskMethod, Object...)}.
     */
    default <B, A1, A2, A3, A4, R> TaskSignature signature(TaskMethod.F4<B, A1, A2, A3, A4, R> task, Object... args) {
        return signature((TaskMethod<?>) task, args);
    }

    /**
     * Returns a signature of a task with five parameters and a result; see {@link #signature(TaskMethod, Object...)}.
     */
    default <B, A1, A2, A3, A4, A5, R> TaskSignature signature(
            TaskMethod.F5<B, A1, A2, A3, A4, A5, R> task, Object... args) {
        return signature((TaskMethod<?>) task, args);
    }

    /**
     * Returns a signature of a task with six parameters and a result; see {@link #signature(TaskMethod, Object...)}.
     */
    default <B, A1, A2, A3, A4, A5, A6, R> TaskSignature signature(
            TaskMethod.F6<B, A1, A2, A3, A4, A5, A6, R> task, Object... args) {
        return signature((TaskMethod<?>) task, args);
    }

    /**
     * Returns a signature of a task with seven parameters and a result; see {@link #signature(TaskMethod, Object...)}.
     */
    default <B, A1, A2, A3, A4, A5, A6, A7, R> TaskSignature signature(
            TaskMethod.F7<B, A1, A2, A3, A4, A5, A6, A7, R> task, Object... args) {
        return signature((TaskMethod<?>) task, args);
    }

    /**
     * Returns a signature of a task with eight parameters and a result; see {@link #signature(TaskMethod, Object...)}.
     */
    default <B, A1, A2, A3, A4, A5, A6, A7, A8, R> TaskSignature signature(
            TaskMethod.F8<B, A1, A2, A3, A4, A5, A6, A7, A8, R> task, Object... args) {
        return signature((TaskMethod<?>) task, args);
    }

    /**
     * Returns a signature of a task with no parameters and no result; see {@link #signature(TaskMethod, Object...)}.
     */
    default <B> TaskSignature signature(TaskMethod.P0<B> task, Object... args) {
        return signature((TaskMethod<?>) task, args);
    }

    /**
     * Returns a signature of a task with one parameter and no result; see {@link #signature(TaskMethod, Object...)}.
     */
    default <B, A1> TaskSignature signature(TaskMethod.P1<B, A1> task, Object... args) {
        return signature((TaskMethod<?>) task, args);
    }

    /**
     * Returns a signature of a task with two parameters and no result; see {@link #signature(TaskMethod, Object...)}.
     */
    default <B, A1, A2> TaskSignature signature(TaskMethod.P2<B, A1, A2> task, Object... args) {
        return signature((TaskMethod<?>) task, args);
    }

    /**
     * Returns a signature of a task with three parameters and no result; see {@link #signature(TaskMethod, Object...)}.
     */
    default <B, A1, A2, A3> TaskSignature signature(TaskMethod.P3<B, A1, A2, A3> task, Object... args) {
        return signature((TaskMethod<?>) task, args);
    }

    /**
     * Returns a signature of a task with four parameters and no result; see {@link #signature(TaskMethod, Object...)}.
     */
    default <B, A1, A2, A3, A4> TaskSignature signature(TaskMethod.P4<B, A1, A2, A3, A4> task, Object... args) {
        return signature((TaskMethod<?>) task, args);
    }

    /**
     * Returns a signature of a task with five parameters and no result; see {@link #signature(TaskMethod, Object...)}.
     */
    default <B, A1, A2, A3, A4, A5> TaskSignature signature(TaskMethod.P5<B, A1, A2, A3, A4, A5> task, Object... args) {
        return signature((TaskMethod<?>) task, args);
    }

    /**
     * Returns a signature of a task with six parameters and no result; see {@link #signature(TaskMethod, Object...)}.
     */
    default <B, A1, A2, A3, A4, A5, A6> TaskSignature signature(
            TaskMethod.P6<B, A1, A2, A3, A4, A5, A6> task, Object... args) {
        return signature((TaskMethod<?>) task, args);
    }

    /**
     * Returns a signature of a task with seven parameters and no result; see {@link #signature(TaskMethod, Object...)}.
     */
    default <B, A1, A2, A3, A4, A5, A6, A7> TaskSignature signature(
            TaskMethod.P7<B, A1, A2, A3, A4, A5, A6, A7> task, Object... args) {
        return signature((TaskMethod<?>) task, args);
    }

    /**
     * Returns a signature of a task with eight parameters and no result; see {@link #signature(TaskMethod, Object...)}.
     */
    default <B, A1, A2, A3, A4, A5, A6, A7, A8> TaskSignature signature(
            TaskMethod.P8<B, A1, A2, A3, A4, A5, A6, A7, A8> task, Object... args) {
        return signature((TaskMethod<?>) task, args);
    }
}
