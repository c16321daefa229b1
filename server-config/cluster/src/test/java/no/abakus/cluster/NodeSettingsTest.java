package no.abakus.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the guides tell an operator to set is what the scripts read. */
final class NodeSettingsTest {

    private static final Path SERVERS = Path.of("..");
    private static final Path GUIDE = Path.of("../../ejb-module/docs/cluster.md");
    private static final Pattern VARIABLE = Pattern.compile("ABAKUS_(?:BROKER|DB|CREDENTIAL)_[A-Z_]+");
    private static final Pattern OPTION = Pattern.compile(" (--[a-z-]+)");
    /** What may precede a script's name in a command: a prompt, variables and its folder. */
    private static final String BEFORE = "[ `$]*(?:[A-Z_]+=\\S+ )*(?:[.]/)?(?:broker/)?";

    /** Attributes of WildFly's connection factory, and the properties of the resource adapter with the same meaning. */
    private static final Map<String, String> PAIR = Map.ofEntries(
            Map.entry("ha", "HA"),
            Map.entry("use-topology-for-load-balancing", "UseTopologyForLoadBalancing"),
            Map.entry("reconnect-attempts", "ReconnectAttempts"),
            Map.entry("initial-connect-attempts", "InitialConnectAttempts"),
            Map.entry("retry-interval", "RetryInterval"),
            Map.entry("retry-interval-multiplier", "RetryIntervalMultiplier"),
            Map.entry("max-retry-interval", "MaxRetryInterval"),
            Map.entry("call-timeout", "CallTimeout"),
            Map.entry("call-failover-timeout", "CallFailoverTimeout"),
            Map.entry("connection-ttl", "ConnectionTTL"),
            Map.entry("client-failure-check-period", "ClientFailureCheckPeriod"));

    private static final List<String> SCRIPTS = List.of("run.sh", "provision.sh", "create.sh", "configure.sh");

    @Test
    void a_wildfly_reads_every_variable_of_the_guide_and_no_other() throws IOException {
        String script = read("wildfly/scripts/install-cluster.cli");

        assertThat(found(Pattern.compile("[$][{]env[.](ABAKUS_[A-Z_]+)"), script, 1))
                .isEqualTo(found(VARIABLE, table(), 0));
    }

    @Test
    void a_payara_reads_the_same_variables_of_the_database() throws IOException {
        Set<String> ofDatabase = found(VARIABLE, table(), 0);
        ofDatabase.removeIf(name -> !name.startsWith("ABAKUS_DB_"));

        assertThat(found(Pattern.compile("[$][{]ENV=(ABAKUS_[A-Z_]+)"), read("payara/scripts/pool.sh"), 1))
                .isEqualTo(ofDatabase);
    }

    @Test
    void a_default_of_the_guide_is_that_of_both_servers() throws IOException {
        String wildfly = read("wildfly/scripts/install-cluster.cli");
        String payara = read("payara/scripts/pool.sh");

        for (String variable : List.of("HOST:127.0.0.1", "PORT:5432", "NAME:abakus", "USER:abakus", "POOL:48")) {
            assertThat(wildfly).contains("${env.ABAKUS_DB_" + variable + "}");
            assertThat(payara).contains("${ENV=ABAKUS_DB_" + variable + "}");
        }
        assertThat(wildfly).contains("\"PrepareThreshold\"=>\"${env.ABAKUS_DB_PREPARE_THRESHOLD:5}\"");
        assertThat(payara).contains("prepareThreshold=${ENV=ABAKUS_DB_PREPARE_THRESHOLD:5}");
    }

    @Test
    void both_servers_look_for_the_active_broker_in_the_same_way() throws IOException {
        String wildfly = read("wildfly/scripts/install-cluster.cli");
        String payara = read("payara/run.sh");

        PAIR.forEach((attribute, property) -> {
            String ofPayara = only(Pattern.compile(":" + property + "=([^:\\s]+)"), payara);
            assertThat(only(Pattern.compile("name=" + attribute + ", value=([^)]+)[)]"), wildfly))
                    .as(attribute)
                    .isEqualTo(ofPayara);
        });
        assertThat(wildfly).contains("name=global-client-thread-pool-max-size, value=256)");
        assertThat(payara).contains("-Dactivemq.artemis.client.global.thread.pool.max.size=256");
        String adapter = read("artemis/src/main/rar/META-INF/ra.xml");
        assertThat(wildfly)
                .contains("name=consumer-window-size, value=0)", "name=min-large-message-size, value=393216)");
        assertThat(adapter)
                .containsPattern("ConsumerWindowSize<.*<config-property-value>0<")
                .containsPattern("MinLargeMessageSize<.*<config-property-value>393216<");
        // With a second, a fresh node refused 19 of its first 32 sends.
        assertThat(wildfly).contains("name=retry-interval, value=100)");
    }

    private static String only(Pattern pattern, String text) {
        Set<String> found = found(pattern, text, 1);
        assertThat(found).as("%s", pattern).hasSize(1);
        return found.iterator().next();
    }

    @Test
    void guide_and_manifests_name_no_variable_that_nothing_reads() throws IOException {
        Set<String> known = found(VARIABLE, table(), 0);

        assertThat(known).containsAll(found(VARIABLE, Files.readString(GUIDE), 0));
        assertThat(known).containsAll(found(VARIABLE, read("cluster/kubernetes/settings.yaml"), 0));
    }

    @Test
    void settings_and_events_of_the_guide_are_documented_ones() throws IOException {
        String guide = Files.readString(GUIDE);
        String settings = Files.readString(GUIDE.resolveSibling("configuration.md"));
        String events = Files.readString(GUIDE.resolveSibling("log-events.md"));

        assertThat(found(Pattern.compile("abakus[.]tasks[.][a-z.-]*[a-z]"), guide, 0))
                .isNotEmpty()
                .allSatisfy(setting -> assertThat(settings).contains("`" + setting + "`"));
        assertThat(found(Pattern.compile("`((?:node|clock)_[a-z_]+)`"), guide, 1))
                .contains("node_lost", "clock_skew")
                .filteredOn(event -> !event.equals("clock_ahead"))
                .allSatisfy(event -> assertThat(events).contains("`" + event + "`"));
    }

    @Test
    void an_option_in_a_command_of_the_guides_is_one_of_its_script() throws IOException {
        List<String> unknown = new ArrayList<>();
        check(Files.readString(GUIDE), "wildfly", unknown);
        check(read("wildfly/README.md"), "wildfly", unknown);
        check(read("payara/README.md"), "payara", unknown);
        check(read("artemis/README.md"), "artemis/broker", unknown);

        assertThat(unknown).isEmpty();
    }

    /** Looks at the lines that are commands of one of the scripts in this folder. */
    private static void check(String guide, String folder, List<String> unknown) throws IOException {
        for (String line : guide.lines().toList()) {
            for (String script : SCRIPTS) {
                Path file = SERVERS.resolve(folder).resolve(script);
                if (line.matches(BEFORE + script + " --.*") && Files.exists(file)) {
                    String text = Files.readString(file);
                    found(OPTION, line, 1).stream()
                            .filter(option -> !text.contains(option + ")"))
                            .map(option -> script + " has no " + option)
                            .forEach(unknown::add);
                }
            }
        }
    }

    /** The guide's table of variables. */
    private static String table() throws IOException {
        String readme = read("wildfly/README.md");
        String section = readme.substring(readme.indexOf("### A node of several"));
        return section.substring(section.indexOf("| Variable |"), section.indexOf("| Change |"))
                .lines()
                .map(row -> row.split("[|]", -1))
                .filter(cells -> cells.length > 1)
                .map(cells -> cells[1])
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> found(Pattern pattern, String text, int group) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(group));
        }
        return found;
    }

    private static String read(String file) throws IOException {
        return Files.readString(SERVERS.resolve(file));
    }
}
