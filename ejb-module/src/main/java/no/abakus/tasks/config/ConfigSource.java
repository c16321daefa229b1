package no.abakus.tasks.config;

import java.util.Optional;
import java.util.Set;

/** Where settings come from. */
public interface ConfigSource {

    /** The text of a key, if it is set. */
    Optional<String> get(String key);

    /** The keys that are set, as far as the source can tell. */
    Set<String> keys();
}
