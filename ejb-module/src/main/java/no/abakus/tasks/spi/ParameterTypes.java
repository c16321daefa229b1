package no.abakus.tasks.spi;

import java.lang.reflect.Type;
import java.util.Optional;

/** The types that arguments are to be read as. */
public interface ParameterTypes {

    /** The type of the parameter at this position, from 0; empty if there is none so far back. */
    Optional<Type> at(int position);

    /** The type of the parameter of this name; empty if there is none. */
    Optional<Type> named(String name);

    /** Where the classes of values are found, for a format that names them. */
    default ClassLoader loader() {
        return Thread.currentThread().getContextClassLoader();
    }
}
