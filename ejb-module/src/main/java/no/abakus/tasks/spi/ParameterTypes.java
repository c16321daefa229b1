package no.abakus.tasks.spi;

import java.lang.reflect.Type;
import java.util.Optional;

/** The parameter types that arguments are converted to. */
public interface ParameterTypes {

    /** Returns the type of the parameter at this position, counted from 0; empty if there is no such parameter. */
    Optional<Type> at(int position);

    /** Returns the type of the parameter with this name; empty if there is no such parameter. */
    Optional<Type> named(String name);

    /** Returns the class loader for formats whose data names classes. */
    default ClassLoader loader() {
        return Thread.currentThread().getContextClassLoader();
    }
}
