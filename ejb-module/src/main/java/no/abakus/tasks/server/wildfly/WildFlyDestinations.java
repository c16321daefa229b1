package no.abakus.tasks.server.wildfly;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import no.abakus.tasks.port.PointedDestinations;

/**
 * Points the listeners of this application to the destinations that carry its name. An annotation cannot contain the
 * application's name, and a definition without a name makes WildFly invent a destination for this deployment alone.
 * WildFly binds one object for this destination, and the resource adapter looks up that object each time it activates a
 * listener. So this class changes the object's address before the listeners are activated.
 */
final class WildFlyDestinations {

    private static final String CLIENT = "org.apache.activemq.artemis.jms.client.";

    /** Artemis's own names begin with these on WildFly; names in JMS do not. */
    private static final List<String> PREFIXES = List.of("jms.queue.", "jms.topic.");

    private WildFlyDestinations() {}

    enum Outcome {
        MISSING,
        CHANGED,
        RIGHT
    }

    /**
     * Points these destinations to the broker's names. Does not change destinations that are defined with a name, and
     * does nothing on servers other than WildFly.
     *
     * @param names the broker's names by JNDI name
     * @return the missing destinations, and whether an address was changed; if any are missing, call this method again
     */
    static PointedDestinations point(Map<String, String> names) {
        Set<String> missing = new LinkedHashSet<>();
        boolean hasChanged = false;
        for (Map.Entry<String, String> destination : names.entrySet()) {
            Outcome outcome = point(destination.getKey(), destination.getValue());
            if (outcome == Outcome.MISSING) {
                missing.add(destination.getKey());
            }
            hasChanged |= outcome == Outcome.CHANGED;
        }
        return new PointedDestinations(missing, hasChanged);
    }

    @SuppressWarnings("BanJNDI") // names from annotations of the application's own classes
    private static Outcome point(String lookup, String name) {
        Object destination;
        try {
            destination = InitialContext.doLookup(lookup);
        } catch (NamingException e) {
            return Outcome.MISSING;
        }
        return destination == null ? Outcome.MISSING : point(destination, lookup, name);
    }

    static Outcome point(Object destination, String lookup, String name) {
        if (!destination.getClass().getName().startsWith(CLIENT)) {
            return Outcome.RIGHT;
        }
        try {
            String invented =
                    (String) destination.getClass().getMethod("getName").invoke(destination);
            String address =
                    (String) destination.getClass().getMethod("getAddress").invoke(destination);
            if (!invented.endsWith(lookup) || !address.endsWith(invented)) {
                return Outcome.RIGHT;
            }
            // A destination at a broker outside the server has no name besides its address, so getName() has the
            // prefix, too.
            String prefix =
                    PREFIXES.stream().filter(address::startsWith).findFirst().orElse("");
            destination.getClass().getMethod("setAddress", String.class).invoke(destination, prefix + name);
            return Outcome.CHANGED;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "The broker's client library in this server does not let a destination be changed: " + e, e);
        }
    }
}
