package no.abakus.tasks.spi;

import java.lang.reflect.Type;
import java.util.Optional;

/** The parameter types that arguments are converted to. */
public interface ParameterTypes {

    /** The type of the parameter at this position, from 0; empty if there is no such parameter. */
    Optional<Type> at(int position);

    /** The type of the parameter with this name; empty if there is none. */
    Optional<Type> named(String name);

    /** The class loader for formats whose data names classes. */
    default ClassLoader loader() {
        return Thread.currentThread().getContextClassLoader();
    }
}
