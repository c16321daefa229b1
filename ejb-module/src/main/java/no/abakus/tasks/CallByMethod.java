package no.abakus.tasks;

/**
 * Prepares calls by method reference. There are two overloads for each number of parameters, so that the compiler
 * checks the number and types of the arguments. They all call {@link #call(TaskMethod, Object...)}. Part of
 * {@link Tasks}.
 */
// The compiler warns that a lambda would fit several overloads. But a lambda cannot name a task, so nobody can use one
// here. A method reference is not ambiguous, because its method either has a result or has none.
@SuppressWarnings("overloads")
public interface CallByMethod {

    /**
     * Prepares a call of the task with these arguments; options can be added before the call is sent.
     *
     * @throws TaskNotFoundException if the reference is neither to a task of this application nor to a method of an
     *     interface that names a task; see {@link AbakusTask}
     */
    <R> TaskCall<R> call(TaskMethod<R> task, Object... args);

    /** Prepares a call of a task with no parameters and a result; see {@link #call(TaskMethod, Object...)}. */
    default <B, R> TaskCall<R> call(TaskMethod.F0<B, R> task) {
        return call((TaskMethod<R>) task, new Object[] {});
    }

    /** Prepares a call of a task with one parameter and a result; see {@link #call(TaskMethod, Object...)}. */
    default <B, A1, R> TaskCall<R> call(TaskMethod.F1<B, A1, R> task, A1 a1) {
        return call((TaskMethod<R>) task, new Object[] {a1});
    }

    /** Prepares a call of a task with two parameters and a result; see {@link #call(TaskMethod, Object...)}. */
    default <B, A1, A2, R> TaskCall<R> call(TaskMethod.F2<B, A1, A2, R> task, A1 a1, A2 a2) {
        return call((TaskMethod<R>) task, new Object[] {a1, a2});
    }

    /** Prepares a call of a task with three parameters and a result; see {@link #call(TaskMethod, Object...)}. */
    default <B, A1, A2, A3, R> TaskCall<R> call(TaskMethod.F3<B, A1, A2, A3, R> task, A1 a1, A2 a2, A3 a3) {
        return call((TaskMethod<R>) task, new Object[] {a1, a2, a3});
    }

    /** Prepares a call of a task with four parameters and a result; see {@link #call(TaskMethod, Object...)}. */
    default <B, A1, A2, A3, A4, R> TaskCall<R> call(
            TaskMethod.F4<B, A1, A2, A3, A4, R> task, A1 a1, A2 a2, A3 a3, A4 a4) {
        return call((TaskMethod<R>) task, new Object[] {a1, a2, a3, a4});
    }

    /** Prepares a call of a task with five parameters and a result; see {@link #call(TaskMethod, Object...)}. */
    default <B, A1, A2, A3, A4, A5, R> TaskCall<R> call(
            TaskMethod.F5<B, A1, A2, A3, A4, A5, R> task, A1 a1, A2 a2, A3 a3, A4 a4, A5 a5) {
        return call((TaskMethod<R>) task, new Object[] {a1, a2, a3, a4, a5});
    }

    /** Prepares a call of a task with six parameters and a result; see {@link #call(TaskMethod, Object...)}. */
    default <B, A1, A2, A3, A4, A5, A6, R> TaskCall<R> call(
            TaskMethod.F6<B, A1, A2, A3, A4, A5, A6, R> task, A1 a1, A2 a2, A3 a3, A4 a4, A5 a5, A6 a6) {
        return call((TaskMethod<R>) task, new Object[] {a1, a2, a3, a4, a5, a6});
    }

    /** Prepares a call of a task with seven parameters and a result; see {@link #call(TaskMethod, Object...)}. */
    default <B, A1, A2, A3, A4, A5, A6, A7, R> TaskCall<R> call(
            TaskMethod.F7<B, A1, A2, A3, A4, A5, A6, A7, R> task, A1 a1, A2 a2, A3 a3, A4 a4, A5 a5, A6 a6, A7 a7) {
        return call((TaskMethod<R>) task, new Object[] {a1, a2, a3, a4, a5, a6, a7});
    }

    /** Prepares a call of a task with eight parameters and a result; see {@link #call(TaskMethod, Object...)}. */
    default <B, A1, A2, A3, A4, A5, A6, A7, A8, R> TaskCall<R> call(
            TaskMethod.F8<B, A1, A2, A3, A4, A5, A6, A7, A8, R> task,
            A1 a1,
            A2 a2,
            A3 a3,
            A4 a4,
            A5 a5,
            A6 a6,
            A7 a7,
            A8 a8) {
        return call((TaskMethod<R>) task, new Object[] {a1, a2, a3, a4, a5, a6, a7, a8});
    }

    /** Prepares a call of a task with no parameters and no result; see {@link #call(TaskMethod, Object...)}. */
    default <B> TaskCall<Void> call(TaskMethod.P0<B> task) {
        return call((TaskMethod<Void>) task, new Object[] {});
    }

    /** Prepares a call of a task with one parameter and no result; see {@link #call(TaskMethod, Object...)}. */
    default <B, A1> TaskCall<Void> call(TaskMethod.P1<B, A1> task, A1 a1) {
        return call((TaskMethod<Void>) task, new Object[] {a1});
    }

    /** Prepares a call of a task with two parameters and no result; see {@link #call(TaskMethod, Object...)}. */
    default <B, A1, A2> TaskCall<Void> call(TaskMethod.P2<B, A1, A2> task, A1 a1, A2 a2) {
        return call((TaskMethod<Void>) task, new Object[] {a1, a2});
    }

    /** Prepares a call of a task with three parameters and no result; see {@link #call(TaskMethod, Object...)}. */
    default <B, A1, A2, A3> TaskCall<Void> call(TaskMethod.P3<B, A1, A2, A3> task, A1 a1, A2 a2, A3 a3) {
        return call((TaskMethod<Void>) task, new Object[] {a1, a2, a3});
    }

    /** Prepares a call of a task with four parameters and no result; see {@link #call(TaskMethod, Object...)}. */
    default <B, A1, A2, A3, A4> TaskCall<Void> call(TaskMethod.P4<B, A1, A2, A3, A4> task, A1 a1, A2 a2, A3 a3, A4 a4) {
        return call((TaskMethod<Void>) task, new Object[] {a1, a2, a3, a4});
    }

    /** Prepares a call of a task with five parameters and no result; see {@link #call(TaskMethod, Object...)}. */
    default <B, A1, A2, A3, A4, A5> TaskCall<Void> call(
            TaskMethod.P5<B, A1, A2, A3, A4, A5> task, A1 a1, A2 a2, A3 a3, A4 a4, A5 a5) {
        return call((TaskMethod<Void>) task, new Object[] {a1, a2, a3, a4, a5});
    }

    /** Prepares a call of a task with six parameters and no result; see {@link #call(TaskMethod, Object...)}. */
    default <B, A1, A2, A3, A4, A5, A6> TaskCall<Void> call(
            TaskMethod.P6<B, A1, A2, A3, A4, A5, A6> task, A1 a1, A2 a2, A3 a3, A4 a4, A5 a5, A6 a6) {
        return call((TaskMethod<Void>) task, new Object[] {a1, a2, a3, a4, a5, a6});
    }

    /** Prepares a call of a task with seven parameters and no result; see {@link #call(TaskMethod, Object...)}. */
    default <B, A1, A2, A3, A4, A5, A6, A7> TaskCall<Void> call(
            TaskMethod.P7<B, A1, A2, A3, A4, A5, A6, A7> task, A1 a1, A2 a2, A3 a3, A4 a4, A5 a5, A6 a6, A7 a7) {
        return call((TaskMethod<Void>) task, new Object[] {a1, a2, a3, a4, a5, a6, a7});
    }

    /** Prepares a call of a task with eight parameters and no result; see {@link #call(TaskMethod, Object...)}. */
    default <B, A1, A2, A3, A4, A5, A6, A7, A8> TaskCall<Void> call(
            TaskMethod.P8<B, A1, A2, A3, A4, A5, A6, A7, A8> task,
            A1 a1,
            A2 a2,
            A3 a3,
            A4 a4,
            A5 a5,
            A6 a6,
            A7 a7,
            A8 a8) {
        return call((TaskMethod<Void>) task, new Object[] {a1, a2, a3, a4, a5, a6, a7, a8});
    }
}
