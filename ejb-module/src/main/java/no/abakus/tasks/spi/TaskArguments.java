package no.abakus.tasks.spi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The arguments of a call. Immutable.
 *
 * @param args the positional arguments; may contain nulls
 * @param kwargs the arguments by parameter name; may contain nulls
 */
public record TaskArguments(List<Object> args, Map<String, Object> kwargs) {

    public TaskArguments {
        args = Collections.unmodifiableList(new ArrayList<>(args));
        kwargs = kwargs.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(kwargs));
    }
}
