package no.abakus.bench;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/**
 * The settings of a measurement, from system properties. Below, each property's name is followed by its default, if it
 * has one.
 *
 * @param project the root folder of the project ({@code bench.project}, the current folder)
 * @param home the folder of the provisioned server ({@code bench.home})
 * @param payara whether {@code home} is a Payara ({@code bench.server} is {@code payara})
 * @param portOffset the number that is added to all ports of the server ({@code bench.port-offset}, 700)
 * @param repetitions how often each variant is measured ({@code bench.repetitions}, 5)
 * @param messages how many messages a drain has at most ({@code bench.messages}, 10,000)
 * @param sends how many messages are sent one by one ({@code bench.sends}, 300)
 * @param latencies how many latencies of each variant are measured in a round ({@code bench.latencies}, 200)
 * @param stores the databases for the benchmarks that store results ({@code bench.stores}, {@code h2,postgresql})
 */
public record Settings(
        Path project,
        Path home,
        boolean payara,
        int portOffset,
        int repetitions,
        int messages,
        int sends,
        int latencies,
        Set<String> stores) {

    private static final List<String> STORES = List.of("h2", "postgresql");

    static Settings of(Properties properties) {
        Path project = Path.of(properties.getProperty("bench.project", "."))
                .toAbsolutePath()
                .normalize();
        String home = properties.getProperty("bench.home");
        if (home == null) {
            throw new IllegalArgumentException("bench.home must name a provisioned server; mvn -Pbench sets it");
        }
        return new Settings(
                project,
                Path.of(home).toAbsolutePath().normalize(),
                properties.getProperty("bench.server", "wildfly").equals("payara"),
                number(properties, "bench.port-offset", 700),
                number(properties, "bench.repetitions", 5),
                number(properties, "bench.messages", 10_000),
                number(properties, "bench.sends", 300),
                number(properties, "bench.latencies", 200),
                stores(properties.getProperty("bench.stores", "h2,postgresql")));
    }

    /** Returns the folder for reports and the server's files. */
    public Path output() {
        return project.resolve("ear/bench/target/bench");
    }

    private static Set<String> stores(String named) {
        Set<String> stores = new LinkedHashSet<>(List.of(named.split(",", -1)));
        if (!STORES.containsAll(stores)) {
            throw new IllegalArgumentException("bench.stores is '" + named + "', but must be one or more of " + STORES);
        }
        return stores;
    }

    private static int number(Properties properties, String name, int otherwise) {
        String text = properties.getProperty(name, String.valueOf(otherwise));
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is '" + text + "', but must be a whole number", e);
        }
        throw new IllegalArgumentException(name + " is " + text + ", but must be at least 1");
    }
}
