package no.abakus.tasks.server;

import java.util.Optional;

/** The system properties by which servers are recognized. */
public final class SystemProperty {

    private SystemProperty() {}

    /** Returns the value; empty if the property is not set or blank. */
    public static Optional<String> value(String name) {
        return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isBlank());
    }
}
