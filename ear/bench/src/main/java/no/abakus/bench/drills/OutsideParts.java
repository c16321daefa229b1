package no.abakus.bench.drills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.abakus.bench.Settings;

/** Makes a server use a broker and a database that are outside the server. */
final class OutsideParts {

    private OutsideParts() {}

    static void configure(Settings settings, DrillServer server, int broker, int postgres)
            throws IOException, InterruptedException {
        Path driver = server.base().resolve("deployments/postgresql.jar");
        Files.copy(
                Path.of(org.postgresql.Driver.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath()),
                driver);
        Path script = Files.write(
                server.base().resolve("outside.cli"),
                List.of(
                        "embed-server --server-config=standalone-full.xml",
                        "/subsystem=messaging-activemq/server=default:remove",
                        "/socket-binding-group=standard-sockets/remote-destination-outbound-socket-binding=artemis"
                                + ":add(host=127.0.0.1, port=" + broker + ", fixed-source-port=false)",
                        "/subsystem=messaging-activemq/remote-connector=artemis:add(socket-binding=artemis)",
                        "/subsystem=messaging-activemq/pooled-connection-factory=activemq-ra:add("
                                + "entries=[java:/JmsXA, java:jboss/DefaultJMSConnectionFactory], connectors=[artemis],"
                                + " transaction=xa, consumer-window-size=0, max-pool-size=128, reconnect-attempts=-1,"
                                + " retry-interval=1000, call-timeout=5000, call-failover-timeout=5000, use-topology-for-load-balancing=false)",
                        "xa-data-source add --name=DrillDS --jndi-name=java:jboss/datasources/DrillDS"
                                + " --driver-name=postgresql.jar --xa-datasource-class=org.postgresql.xa.PGXADataSource"
                                + " --user-name=postgres --password=postgres --min-pool-size=1 --max-pool-size=64"
                                + " --validate-on-match=true --background-validation=false"
                                + " --check-valid-connection-sql=\"SELECT 1\" --xa-datasource-properties="
                                + "{\"ServerName\"=>\"127.0.0.1\",\"PortNumber\"=>\"" + postgres
                                + "\",\"DatabaseName\"=>\"postgres\",\"ConnectTimeout\"=>\"5\",\"SocketTimeout\"=>\"20\"}",
                        "/subsystem=ee/service=default-bindings:write-attribute(name=datasource,"
                                + " value=java:jboss/datasources/DrillDS)",
                        "stop-embedded-server"));
        ProcessBuilder cli = new ProcessBuilder(
                        "bash", settings.home().resolve("bin/jboss-cli.sh").toString(), "--file=" + script)
                .redirectErrorStream(true)
                .redirectOutput(server.base().resolve("outside.log").toFile());
        cli.environment().put("JAVA_OPTS", "-Djboss.server.base.dir=" + server.base());
        if (cli.start().waitFor() != 0) {
            throw new IOException("The server could not be set up for the broker and the database outside; see "
                    + server.base().resolve("outside.log"));
        }
    }
}
