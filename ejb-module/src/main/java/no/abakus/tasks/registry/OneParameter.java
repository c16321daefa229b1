package no.abakus.tasks.registry;

import java.lang.reflect.Type;
import java.util.Optional;
import no.abakus.tasks.spi.ParameterTypes;

/**
 * The parameter types of a message body that holds a single value. The value is converted just like an argument.
 *
 * @param type the type of the value
 */
public record OneParameter(Type type) implements ParameterTypes {

    @Override
    public Optional<Type> at(int position) {
        return position == 0 ? Optional.of(type) : Optional.empty();
    }

    @Override
    public Optional<Type> named(String name) {
        return Optional.empty();
    }
}
