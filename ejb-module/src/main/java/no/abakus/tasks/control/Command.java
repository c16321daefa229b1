package no.abakus.tasks.control;

import java.lang.reflect.Type;
import java.util.function.Function;

/**
 * Something that nodes can be asked to do or to report.
 *
 * @param name its name in messages
 * @param content the type of its argument
 * @param answer the type of a node's answer
 * @param <Q> the content
 * @param <A> the answer
 */
record Command<Q, A>(String name, Type content, Type answer) {

    /** What a node does when it receives the command. */
    record Handled<Q, A>(Command<Q, A> command, Function<Q, A> work) {}

    Handled<Q, A> by(Function<Q, A> work) {
        return new Handled<>(this, work);
    }
}
