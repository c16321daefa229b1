package no.abakus.it.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Test;

/**
 * The jars that an application includes contain nothing that servers discover automatically, except what is listed
 * here.
 */
final class NothingToFindIT {

    private static final Set<String> KNOWN = Set.of(
            // Beans and the messages' listeners.
            "abakus-tasks.jar: META-INF/beans.xml",
            "abakus-tasks.jar: META-INF/services/jakarta.enterprise.inject.spi.Extension"
                    + " no.abakus.tasks.deployment.TaskDiscovery",
            "abakus-tasks.jar: META-INF/services/jakarta.enterprise.inject.spi.Extension"
                    + " no.abakus.tasks.server.payara.PayaraTransactions",
            // For the listeners: how many run at a time on Payara, and the names of this application's queues.
            "abakus-tasks.jar: META-INF/glassfish-ejb-jar.xml",
            "abakus-tasks.jar: META-INF/services/org.eclipse.microprofile.config.spi.ConfigSource"
                    + " no.abakus.tasks.deployment.DestinationNames",
            // Read by the engine alone, under names that no server knows.
            "abakus-tasks.jar: META-INF/services/no.abakus.tasks.broker.BrokerKind no.abakus.tasks.broker.artemis.Artemis",
            "abakus-tasks.jar: META-INF/services/no.abakus.tasks.broker.BrokerKind no.abakus.tasks.broker.openmq.OpenMq",
            "abakus-tasks.jar: META-INF/services/no.abakus.tasks.port.ServerTraits"
                    + " no.abakus.tasks.server.payara.PayaraTraits",
            "abakus-tasks.jar: META-INF/services/no.abakus.tasks.port.ServerTraits"
                    + " no.abakus.tasks.server.wildfly.WildFlyTraits",
            // The log context of requests, and the start of the web module.
            "abakus-web-filter.jar: META-INF/services/jakarta.servlet.ServletContainerInitializer"
                    + " no.abakus.logging.web.LogContextInitializer",
            "abakus-web-filter.jar: META-INF/services/jakarta.servlet.ServletContainerInitializer"
                    + " no.abakus.web.module.ModuleStartInitializer",
            // The log context on the threads of managed executors.
            "abakus-web-filter.jar: META-INF/services/jakarta.enterprise.concurrent.spi.ThreadContextProvider"
                    + " no.abakus.logging.concurrent.LogContextProvider");

    @Test
    void nothing_in_the_jars_of_an_application_but_what_is_known() {
        Set<String> found = new TreeSet<>();
        Hosts.abakus().forEach((name, content) -> {
            if (name.startsWith("abakus-")) {
                found.addAll(Traces.in(name, content));
            } else {
                // Other libraries look up their own services, by names that no server knows.
                Traces.in(name, content).stream()
                        .filter(trace -> !trace.contains("/services/org.apache.commons."))
                        .filter(trace -> !trace.contains("module-info.class"))
                        .forEach(found::add);
            }
        });

        assertThat(found).containsExactlyInAnyOrderElementsOf(KNOWN);
    }

    /** The console's provider is one that a server would find. That is why it is in the console's own archive. */
    @Test
    void what_only_the_console_needs_would_be_noticed() throws Exception {
        Set<String> found = new TreeSet<>();
        try (ZipFile ear = new ZipFile(Server.bareArchive().toFile());
                ZipInputStream console = new ZipInputStream(ear.getInputStream(ear.getEntry("abakus-console.war")))) {
            for (ZipEntry entry = console.getNextEntry(); entry != null; entry = console.getNextEntry()) {
                if (entry.getName().matches("WEB-INF/lib/.*\\.jar")) {
                    found.addAll(tracesOf(entry, console));
                }
            }
        }

        assertThat(found)
                .anyMatch(trace -> trace.contains("JacksonJsonProvider.class jakarta/ws/rs/"))
                .anyMatch(trace -> trace.contains("META-INF/services/io.undertow.servlet.ServletExtension"))
                .noneMatch(trace -> trace.contains("com/fasterxml/jackson/"));
    }

    private static Set<String> tracesOf(ZipEntry entry, ZipInputStream content) throws IOException {
        return Traces.in(entry.getName().replace("WEB-INF/lib/", ""), content.readAllBytes());
    }
}
