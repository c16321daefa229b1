package no.abakus.web.login;

import java.util.LinkedHashSet;
import java.util.Set;

/** The networks from which a login has succeeded. Keeps only a bounded number of the latest ones. Thread-safe. */
final class FamiliarNetworks {

    private static final int MOST = 1_000;

    private final Set<String> networks = new LinkedHashSet<>();

    synchronized boolean contains(String network) {
        return networks.contains(network);
    }

    synchronized void add(String network) {
        networks.remove(network);
        networks.add(network);
        if (networks.size() > MOST) {
            networks.remove(networks.iterator().next());
        }
    }
}
