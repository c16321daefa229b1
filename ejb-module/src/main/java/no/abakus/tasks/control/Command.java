package no.abakus.tasks.control;

import java.lang.reflect.Type;
import java.util.function.Function;

/**
 * Something that nodes can be asked to do, or to tell.
 *
 * @param name how messages call it
 * @param content the type of what it is said with
 * @param answer the type of what a node answers
 * @param <Q> the content
 * @param <A> the answer
 */
record Command<Q, A>(String name, Type content, Type answer) {

    /** What a node does when it hears it. */
    record Handled<Q, A>(Command<Q, A> command, Function<Q, A> work) {}

    Handled<Q, A> by(Function<Q, A> work) {
        return new Handled<>(this, work);
    }
}
