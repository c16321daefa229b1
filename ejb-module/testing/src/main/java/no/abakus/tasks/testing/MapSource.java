package no.abakus.tasks.testing;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.abakus.tasks.config.ConfigSource;

/**
 * Settings from a map.
 *
 * @param settings values by key
 */
public record MapSource(Map<String, String> settings) implements ConfigSource {

    public MapSource {
        settings = Map.copyOf(settings);
    }

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    @Override
    public Set<String> keys() {
        return settings.keySet();
    }
}
