package no.abakus.tasks.spi;

import java.lang.reflect.Type;
import java.util.Optional;

/** The types that arguments are read as. */
public interface ParameterTypes {

    /** The type of the parameter at this position, from 0; empty if there are fewer parameters. */
    Optional<Type> at(int position);

    /** The type of the parameter with this name; empty if there is none. */
    Optional<Type> named(String name);

    /** The class loader for the classes of values, for a format that names them. */
    default ClassLoader loader() {
        return Thread.currentThread().getContextClassLoader();
    }
}
