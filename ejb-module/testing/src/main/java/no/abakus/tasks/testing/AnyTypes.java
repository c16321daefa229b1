package no.abakus.tasks.testing;

import java.lang.reflect.Type;
import java.util.Optional;
import no.abakus.tasks.spi.ParameterTypes;

/** The parameter types of an unknown task. Each argument is read as the type that the body suggests. */
record AnyTypes() implements ParameterTypes {

    @Override
    public Optional<Type> at(int position) {
        return Optional.of(Object.class);
    }

    @Override
    public Optional<Type> named(String name) {
        return Optional.of(Object.class);
    }
}
