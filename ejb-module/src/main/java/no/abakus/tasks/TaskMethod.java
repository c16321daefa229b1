package no.abakus.tasks;

import java.io.Serializable;

/**
 * A reference to a task's method, such as {@code Mailer::send}. Only the task's name is read from the reference; the
 * reference itself is never called.
 *
 * <p>{@code F0} to {@code F8} stand for methods with a result and 0 to 8 parameters, and {@code P0} to {@code P8} for
 * methods without a result. The bean is always the first parameter, as in {@code Mailer::send}. {@link Tasks} rejects
 * lambdas, and references to a method of one object, such as {@code mailer::send}, because they do not identify a task.
 *
 * @param <R> the type of the method's result; {@link Void} for a method without a result
 */
public sealed interface TaskMethod<R> extends Serializable {

    /** A task with a result and no parameter. */
    @FunctionalInterface
    non-sealed interface F0<B, R> extends TaskMethod<R> {
        R call(B bean) throws Exception;
    }

    /** A task with a result and one parameter. */
    @FunctionalInterface
    non-sealed interface F1<B, A1, R> extends TaskMethod<R> {
        R call(B bean, A1 a1) throws Exception;
    }

    /** A task with a result and two parameters. */
    @FunctionalInterface
    non-sealed interface F2<B, A1, A2, R> extends TaskMethod<R> {
        R call(B bean, A1 a1, A2 a2) throws Exception;
    }

    /** A task with a result and three parameters. */
    @FunctionalInterface
    non-sealed interface F3<B, A1, A2, A3, R> extends TaskMethod<R> {
        R call(B bean, A1 a1, A2 a2, A3 a3) throws Exception;
    }

    /** A task with a result and four parameters. */
    @FunctionalInterface
    non-sealed interface F4<B, A1, A2, A3, A4, R> extends TaskMethod<R> {
        R call(B bean, A1 a1, A2 a2, A3 a3, A4 a4) throws Exception;
    }

    /** A task with a result and five parameters. */
    @FunctionalInterface
    non-sealed interface F5<B, A1, A2, A3, A4, A5, R> extends TaskMethod<R> {
        R call(B bean, A1 a1, A2 a2, A3 a3, A4 a4, A5 a5) throws Exception;
    }

    /** A task with a result and six parameters. */
    @FunctionalInterface
    non-sealed interface F6<B, A1, A2, A3, A4, A5, A6, R> extends TaskMethod<R> {
        R call(B bean, A1 a1, A2 a2, A3 a3, A4 a4, A5 a5, A6 a6) throws Exception;
    }

    /** A task with a result and seven parameters. */
    @FunctionalInterface
    non-sealed interface F7<B, A1, A2, A3, A4, A5, A6, A7, R> extends TaskMethod<R> {
        R call(B bean, A1 a1, A2 a2, A3 a3, A4 a4, A5 a5, A6 a6, A7 a7) throws Exception;
    }

    /** A task with a result and eight parameters. */
    @FunctionalInterface
    non-sealed interface F8<B, A1, A2, A3, A4, A5, A6, A7, A8, R> extends TaskMethod<R> {
        R call(B bean, A1 a1, A2 a2, A3 a3, A4 a4, A5 a5, A6 a6, A7 a7, A8 a8) throws Exception;
    }

    /** A task without a result and with no parameter. */
    @FunctionalInterface
    non-sealed interface P0<B> extends TaskMethod<Void> {
        void call(B bean) throws Exception;
    }

    /** A task without a result and with one parameter. */
    @FunctionalInterface
    non-sealed interface P1<B, A1> extends TaskMethod<Void> {
        void call(B bean, A1 a1) throws Exception;
    }

    /** A task without a result and with two parameters. */
    @FunctionalInterface
    non-sealed interface P2<B, A1, A2> extends TaskMethod<Void> {
        void call(B bean, A1 a1, A2 a2) throws Exception;
    }

    /** A task without a result and with three parameters. */
    @FunctionalInterface
    non-sealed interface P3<B, A1, A2, A3> extends TaskMethod<Void> {
        void call(B bean, A1 a1, A2 a2, A3 a3) throws Exception;
    }

    /** A task without a result and with four parameters. */
    @FunctionalInterface
    non-sealed interface P4<B, A1, A2, A3, A4> extends TaskMethod<Void> {
        void call(B bean, A1 a1, A2 a2, A3 a3, A4 a4) throws Exception;
    }

    /** A task without a result and with five parameters. */
    @FunctionalInterface
    non-sealed interface P5<B, A1, A2, A3, A4, A5> extends TaskMethod<Void> {
        void call(B bean, A1 a1, A2 a2, A3 a3, A4 a4, A5 a5) throws Exception;
    }

    /** A task without a result and with six parameters. */
    @FunctionalInterface
    non-sealed interface P6<B, A1, A2, A3, A4, A5, A6> extends TaskMethod<Void> {
        void call(B bean, A1 a1, A2 a2, A3 a3, A4 a4, A5 a5, A6 a6) throws Exception;
    }

    /** A task without a result and with seven parameters. */
    @FunctionalInterface
    non-sealed interface P7<B, A1, A2, A3, A4, A5, A6, A7> extends TaskMethod<Void> {
        void call(B bean, A1 a1, A2 a2, A3 a3, A4 a4, A5 a5, A6 a6, A7 a7) throws Exception;
    }

    /** A task without a result and with eight parameters. */
    @FunctionalInterface
    non-sealed interface P8<B, A1, A2, A3, A4, A5, A6, A7, A8> extends TaskMethod<Void> {
        void call(B bean, A1 a1, A2 a2, A3 a3, A4 a4, A5 a5, A6 a6, A7 a7, A8 a8) throws Exception;
    }
}
