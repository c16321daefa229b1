package no.abakus.tasks.control;

import java.lang.reflect.Type;
import java.util.function.Function;

/**
 * A command that nodes execute, or a query that they answer.
 *
 * @param name the command's name in messages
 * @param content the type of the command's argument
 * @param answer the type of a node's reply
 * @param <Q> the type of the argument
 * @param <A> the type of the reply
 */
record Command<Q, A>(String name, Type content, Type answer) {

    /** A command with the function that handles it on a node. */
    record Handled<Q, A>(Command<Q, A> command, Function<Q, A> work) {}

    Handled<Q, A> by(Function<Q, A> work) {
        return new Handled<>(this, work);
    }
}
