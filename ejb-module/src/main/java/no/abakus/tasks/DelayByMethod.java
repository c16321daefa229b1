package no.abakus.tasks;

/**
 * Sends tasks by method reference. There are two overloads for each number of parameters, so that the compiler checks
 * the number and types of the arguments. They all call {@link #delay(TaskMethod, Object...)}. Part of {@link Tasks}.
 */
// The compiler warns that a lambda would fit several overloads. But a lambda cannot name a task, so nobody can use one
// here. A method reference is not ambiguous, because its method either has a result or has none.
@SuppressWarnings("overloads")
public interface DelayByMethod {

    /**
     * Sends the task with these arguments and no options. The typed overloads below call this method with arguments
     * that the compiler has checked. Celery: {@code task.delay(…)}.
     *
     * @throws TaskNotFoundException if the reference is neither to a task of this application nor to a method of an
     *     interface that names a task; see {@link AbakusTask}
     * @throws TaskArgumentException if the number or types of the arguments do not fit
     * @throws OperationalException if the broker does not accept the message
     */
    <R> AsyncResult<R> delay(TaskMethod<R> task, Object... args);

    /** Sends a task with no parameters and a result; see {@link #delay(TaskMethod, Object...)}. */
    default <B, R> AsyncResult<R> delay(TaskMethod.F0<B, R> task) {
        return delay((TaskMethod<R>) task, new Object[] {});
    }

    /** Sends a task with one parameter and a result; see {@link #delay(TaskMethod, Object...)}. */
    default <B, A1, R> AsyncResult<R> delay(TaskMethod.F1<B, A1, R> task, A1 a1) {
        return delay((TaskMethod<R>) task, new Object[] {a1});
    }

    /** Sends a task with two parameters and a result; see {@link #delay(TaskMethod, Object...)}. */
    default <B, A1, A2, R> AsyncResult<R> delay(TaskMethod.F2<B, A1, A2, R> task, A1 a1, A2 a2) {
        return delay((TaskMethod<R>) task, new Object[] {a1, a2});
    }

    /** Sends a task with three parameters and a result; see {@link #delay(TaskMethod, Object...)}. */
    default <B, A1, A2, A3, R> AsyncResult<R> delay(TaskMethod.F3<B, A1, A2, A3, R> task, A1 a1, A2 a2, A3 a3) {
        return delay((TaskMethod<R>) task, new Object[] {a1, a2, a3});
    }

    /** Sends a task with four parameters and a result; see {@link #delay(TaskMethod, Object...)}. */
    default <B, A1, A2, A3, A4, R> AsyncResult<R> delay(
            TaskMethod.F4<B, A1, A2, A3, A4, R> task, A1 a1, A2 a2, A3 a3, A4 a4) {
        return delay((TaskMethod<R>) task, new Object[] {a1, a2, a3, a4});
    }

    /** Sends a task with five parameters and a result; see {@link #delay(TaskMethod, Object...)}. */
    default <B, A1, A2, A3, A4, A5, R> AsyncResult<R> delay(
            TaskMethod.F5<B, A1, A2, A3, A4, A5, R> task, A1 a1, A2 a2, A3 a3, A4 a4, A5 a5) {
        return delay((TaskMethod<R>) task, new Object[] {a1, a2, a3, a4, a5});
    }

    /** Sends a task with six parameters and a result; see {@link #delay(TaskMethod, Object...)}. */
    default <B, A1, A2, A3, A4, A5, A6, R> AsyncResult<R> delay(
            TaskMethod.F6<B, A1, A2, A3, A4, A5, A6, R> task, A1 a1, A2 a2, A3 a3, A4 a4, A5 a5, A6 a6) {
        return delay((TaskMethod<R>) task, new Object[] {a1, a2, a3, a4, a5, a6});
    }

    /** Sends a task with seven parameters and a result; see {@link #delay(TaskMethod, Object...)}. */
    default <B, A1, A2, A3, A4, A5, A6, A7, R> AsyncResult<R> delay(
            TaskMethod.F7<B, A1, A2, A3, A4, A5, A6, A7, R> task, A1 a1, A2 a2, A3 a3, A4 a4, A5 a5, A6 a6, A7 a7) {
        return delay((TaskMethod<R>) task, new Object[] {a1, a2, a3, a4, a5, a6, a7});
    }

    /** Sends a task with eight parameters and a result; see {@link #delay(TaskMethod, Object...)}. */
    default <B, A1, A2, A3, A4, A5, A6, A7, A8, R> AsyncResult<R> delay(
            TaskMethod.F8<B, A1, A2, A3, A4, A5, A6, A7, A8, R> task,
            A1 a1,
            A2 a2,
            A3 a3,
            A4 a4,
            A5 a5,
            A6 a6,
            A7 a7,
            A8 a8) {
        return delay((TaskMethod<R>) task, new Object[] {a1, a2, a3, a4, a5, a6, a7, a8});
    }

    /** Sends a task with no parameters and no result; see {@link #delay(TaskMethod, Object...)}. */
    default <B> AsyncResult<Void> delay(TaskMethod.P0<B> task) {
        return delay((TaskMethod<Void>) task, new Object[] {});
    }

    /** Sends a task with one parameter and no result; see {@link #delay(TaskMethod, Object...)}. */
    default <B, A1> AsyncResult<Void> delay(TaskMethod.P1<B, A1> task, A1 a1) {
        return delay((TaskMethod<Void>) task, new Object[] {a1});
    }

    /** Sends a task with two parameters and no result; see {@link #delay(TaskMethod, Object...)}. */
    default <B, A1, A2> AsyncResult<Void> delay(TaskMethod.P2<B, A1, A2> task, A1 a1, A2 a2) {
        return delay((TaskMethod<Void>) task, new Object[] {a1, a2});
    }

    /** Sends a task with three parameters and no result; see {@link #delay(TaskMethod, Object...)}. */
    default <B, A1, A2, A3> AsyncResult<Void> delay(TaskMethod.P3<B, A1, A2, A3> task, A1 a1, A2 a2, A3 a3) {
        return delay((TaskMethod<Void>) task, new Object[] {a1, a2, a3});
    }

    /** Sends a task with four parameters and no result; see {@link #delay(TaskMethod, Object...)}. */
    default <B, A1, A2, A3, A4> AsyncResult<Void> delay(
            TaskMethod.P4<B, A1, A2, A3, A4> task, A1 a1, A2 a2, A3 a3, A4 a4) {
        return delay((TaskMethod<Void>) task, new Object[] {a1, a2, a3, a4});
    }

    /** Sends a task with five parameters and no result; see {@link #delay(TaskMethod, Object...)}. */
    default <B, A1, A2, A3, A4, A5> AsyncResult<Void> delay(
            TaskMethod.P5<B, A1, A2, A3, A4, A5> task, A1 a1, A2 a2, A3 a3, A4 a4, A5 a5) {
        return delay((TaskMethod<Void>) task, new Object[] {a1, a2, a3, a4, a5});
    }

    /** Sends a task with six parameters and no result; see {@link #delay(TaskMethod, Object...)}. */
    default <B, A1, A2, A3, A4, A5, A6> AsyncResult<Void> delay(
            TaskMethod.P6<B, A1, A2, A3, A4, A5, A6> task, A1 a1, A2 a2, A3 a3, A4 a4, A5 a5, A6 a6) {
        return delay((TaskMethod<Void>) task, new Object[] {a1, a2, a3, a4, a5, a6});
    }

    /** Sends a task with seven parameters and no result; see {@link #delay(TaskMethod, Object...)}. */
    default <B, A1, A2, A3, A4, A5, A6, A7> AsyncResult<Void> delay(
            TaskMethod.P7<B, A1, A2, A3, A4, A5, A6, A7> task, A1 a1, A2 a2, A3 a3, A4 a4, A5 a5, A6 a6, A7 a7) {
        return delay((TaskMethod<Void>) task, new Object[] {a1, a2, a3, a4, a5, a6, a7});
    }

    /** Sends a task with eight parameters and no result; see {@link #delay(TaskMethod, Object...)}. */
    default <B, A1, A2, A3, A4, A5, A6, A7, A8> AsyncResult<Void> delay(
            TaskMethod.P8<B, A1, A2, A3, A4, A5, A6, A7, A8> task,
            A1 a1,
            A2 a2,
            A3 a3,
            A4 a4,
            A5 a5,
            A6 a6,
            A7 a7,
            A8 a8) {
        return delay((TaskMethod<Void>) task, new Object[] {a1, a2, a3, a4, a5, a6, a7, a8});
    }
}
