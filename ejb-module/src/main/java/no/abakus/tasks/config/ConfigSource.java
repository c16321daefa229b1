package no.abakus.tasks.config;

import java.util.Optional;
import java.util.Set;

/** A source of settings. */
public interface ConfigSource {

    /** The value of a key, if it is set. */
    Optional<String> get(String key);

    /** The keys that are set, if the source can list them. */
    Set<String> keys();
}
