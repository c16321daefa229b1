package no.abakus.tasks.config;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The server's settings: MicroProfile Config if the server has it, otherwise system properties and environment
 * variables.
 */
public final class ServerConfig {

    private ServerConfig() {}

    /** The configuration source of this server. */
    public static ConfigSource source() {
        try {
            return microProfile();
        } catch (LinkageError | IllegalStateException absent) {
            // A server without MicroProfile Config has neither the API's classes nor a provider.
            return propertiesAndEnvironment();
        }
    }

    private static ConfigSource microProfile() {
        Config config = ConfigProvider.getConfig();
        return new ConfigSource() {
            @Override
            public Optional<String> get(String key) {
                return config.getOptionalValue(key, String.class);
            }

            @Override
            public Set<String> keys() {
                Set<String> keys = new LinkedHashSet<>();
                config.getPropertyNames().forEach(keys::add);
                return keys;
            }
        };
    }

    private static ConfigSource propertiesAndEnvironment() {
        return new ConfigSource() {
            @Override
            public Optional<String> get(String key) {
                String variable = key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
                return Optional.ofNullable(System.getProperty(key, System.getenv(variable)));
            }

            @Override
            public Set<String> keys() {
                return System.getProperties().stringPropertyNames();
            }
        };
    }
}
