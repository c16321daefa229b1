package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.abakus.it.server.Product;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts on a server that belongs to a user: they may run twice, and their changes can be undone. */
@Tag("long")
final class ProvisioningIT {

    private static final Product PRODUCT = Product.underTest();

    /** Where the product has the jar, its logging configuration, its whole configuration, and the scripts' stamp. */
    private static final Map<Product, List<String>> PLACES = Map.of(
            Product.WILDFLY,
            List.of(
                    "modules/no/abakus/logging/main/abakus-logging.jar",
                    "standalone/configuration/logging.properties",
                    "standalone/configuration/standalone-full.xml",
                    ".abakus-provisioned"),
            Product.PAYARA,
            List.of(
                    "glassfish/domains/domain1/lib/ext/abakus-logging.jar",
                    "glassfish/domains/domain1/config/logging.properties",
                    "glassfish/domains/domain1/config/domain.xml",
                    "glassfish/domains/domain1/.abakus-provisioned"));

    /** The setting that limits clients that do not read their responses. */
    private static final Map<Product, String> WRITE_TIMEOUT =
            Map.of(Product.WILDFLY, "write-timeout=\"75000\"", Product.PAYARA, "write-timeout-millis=\"30000\"");

    private static final Map<Product, List<String>> PARTS = Map.of(
            Product.WILDFLY,
            List.of("logging", "broker", "database", "default-database", "doors"),
            Product.PAYARA,
            List.of("logging", "broker", "database", "default-database", "doors"));

    @TempDir
    private static Path folder;

    private static Path home;
    private static Path jar;

    /** One server for all tests, because each test leaves the server provisioned. */
    @BeforeAll
    static void a_server_of_the_users_own() throws Exception {
        home = folder.resolve("server");
        run("cp", "-R", PRODUCT.home().toString(), home.toString());
        jar = Files.copy(home.resolve(place(0)), folder.resolve("logging.jar"));
    }

    @Test
    void removal_leaves_nothing_behind_and_installing_again_gives_the_same_server() throws Exception {
        String installed = configuration();
        assertThat(installed).contains(WRITE_TIMEOUT.get(PRODUCT));
        script("unprovision.sh", home.toString());

        assertThat(configuration()).doesNotContainIgnoringCase("abakus").doesNotContain(WRITE_TIMEOUT.get(PRODUCT));
        assertThat(Files.readString(home.resolve(place(1)))).doesNotContain("no.abakus");
        assertThat(home.resolve(place(0))).doesNotExist();
        assertThat(home.resolve("modules/org/slf4j")).doesNotExist();
        assertThat(home.resolve("modules/no")).doesNotExist();
        assertADoorThatTheHostHasClosedStaysClosed();

        provision();

        assertThat(configuration()).isEqualTo(installed);
    }

    /** A part of the test above, because each run of the scripts takes seconds. */
    private static void assertADoorThatTheHostHasClosedStaysClosed() throws Exception {
        if (PRODUCT != Product.WILDFLY) {
            return;
        }
        String open = configuration();
        String closed = open.replaceAll("(?m)^.*<https-listener.*\\R", "");
        assertThat(closed).isNotEqualTo(open);
        Files.writeString(home.resolve(place(2)), closed);
        script("provision.sh", home.toString(), jar.toString(), "logging");

        script("unprovision.sh", home.toString());

        assertThat(configuration()).doesNotContain("<https-listener");
        Files.writeString(home.resolve(place(2)), open);
    }

    @Test
    void running_the_scripts_twice_changes_nothing() throws Exception {
        String installed = configuration();
        Files.delete(home.resolve(place(3)));

        provision();

        assertThat(configuration()).isEqualTo(installed);
    }

    @Test
    void what_is_up_to_date_is_not_touched() throws Exception {
        assertThat(provision()).contains("up to date");
    }

    /** Does what unpacking the server again, or restoring a backup, does: the stamp is still there afterwards. */
    @Test
    void a_configuration_that_was_restored_is_provisioned_again_after_a_dry_run_that_changes_nothing()
            throws Exception {
        String installed = configuration();
        script("unprovision.sh", home.toString());
        String restored = configuration();
        provision();
        Files.writeString(home.resolve(place(2)), restored);
        List<String> before = everyFile();

        String dryRun = provision("--dry-run");

        assertThat(dryRun).contains("Nothing was changed").containsPattern("(?m)^\\+.*abakus");
        assertThat(everyFile()).isEqualTo(before);
        assertThat(configuration()).isEqualTo(restored);

        assertThat(provision()).contains("is provisioned");
        assertThat(configuration()).isEqualTo(installed);
        assertThat(provision()).contains("up to date");
        assertThat(provision("--dry-run")).contains("Nothing would change");
    }

    @Test
    void a_part_of_its_own_leaves_the_rest_of_the_server_alone() throws Exception {
        String all = configuration();
        script("unprovision.sh", home.toString());
        script("provision.sh", home.toString(), jar.toString(), "database");

        assertThat(configuration()).contains("abakus/system").doesNotContain("abakus/tasks", "no.abakus.logging");
        assertThat(home.resolve(place(0))).doesNotExist();

        script("unprovision.sh", home.toString());
        provision();
        assertThat(configuration()).isEqualTo(all);
    }

    @Test
    void a_node_of_several_keeps_nothing_in_files_of_its_own_and_becomes_a_single_server_again() throws Exception {
        assumeThat(PRODUCT).as("The part cluster is WildFly's").isEqualTo(Product.WILDFLY);
        script("unprovision.sh", home.toString());
        String single = configuration();
        Path node = home.resolve("standalone/configuration/standalone-node.xml");
        String[] asNode = {
            "--config", "standalone-node.xml", home.toString(), jar.toString(), "cluster", "shared-default-database"
        };

        assertThat(script("provision.sh", asNode)).contains("is provisioned");

        assertThat(configuration()).isEqualTo(single);
        String installed = Files.readString(node);
        assertThat(installed)
                .contains(
                        "${env.ABAKUS_BROKER_HOST:", "${env.ABAKUS_DB_HOST:", "${jboss.tx.node.id:${jboss.node.name}}")
                .doesNotContain("jms-queue", "h2:file");
        assertThat(script("provision.sh", asNode)).contains("up to date");
        Files.delete(home.resolve(".abakus-provisioned-standalone-node.xml"));
        script("provision.sh", asNode);
        assertThat(Files.readString(node)).isEqualTo(installed);
        assertThat(refused("--config", "standalone-node.xml", home.toString(), jar.toString(), "cluster", "broker"))
                .contains("cluster and broker exclude each other", "Nothing was changed");

        script("unprovision.sh", "--config", "standalone-node.xml", home.toString());

        assertThat(Files.readString(node)).isEqualTo(single);
        provision();
    }

    @Test
    void a_node_of_several_reads_its_passwords_from_a_credential_store_if_that_is_asked_for() throws Exception {
        assumeThat(PRODUCT).as("Payara has password aliases instead").isEqualTo(Product.WILDFLY);
        script("unprovision.sh", home.toString());
        String single = configuration();
        Path node = home.resolve("standalone/configuration/standalone-node.xml");
        List<String> asNode = List.of("--config", "standalone-node.xml", home.toString(), jar.toString(), "cluster");
        List<String> withStore = new ArrayList<>(asNode);
        withStore.add("credential-store");
        String[] plain = asNode.toArray(String[]::new);
        String[] stored = withStore.toArray(String[]::new);
        Path store = folder.resolve("credentials.cs");
        Map<String, String> environment = Map.of(
                "ABAKUS_CREDENTIAL_STORE", store.toString(), "ABAKUS_CREDENTIAL_STORE_PASSWORD", "opens the store");
        script("provision.sh", plain);
        String fromEnvironment = Files.readString(node);
        assertThat(refused(stored)).contains("ABAKUS_CREDENTIAL_STORE", "Nothing was changed");
        elytronTool(store, "--create");
        elytronTool(store, "--add", "abakus-broker", "--secret", "of the broker");
        elytronTool(store, "--add", "abakus-database", "--secret", "of the database");

        assertThat(script(environment, "provision.sh", stored)).contains("is provisioned");

        String fromStore = Files.readString(node);
        assertThat(fromStore)
                .contains("${env.ABAKUS_CREDENTIAL_STORE}", "${env.ABAKUS_CREDENTIAL_STORE_PASSWORD}")
                .contains("alias=\"abakus-broker\"", "alias=\"abakus-database\"")
                .doesNotContain("opens the store", "ABAKUS_BROKER_PASSWORD", "ABAKUS_DB_PASSWORD");
        Files.delete(home.resolve(".abakus-provisioned-standalone-node.xml"));
        script(environment, "provision.sh", stored);
        assertThat(Files.readString(node)).isEqualTo(fromStore);

        script("provision.sh", plain);
        assertThat(Files.readString(node)).isEqualTo(fromEnvironment);

        script(environment, "provision.sh", stored);
        script("unprovision.sh", "--config", "standalone-node.xml", home.toString());
        assertThat(Files.readString(node)).isEqualTo(single);
        provision();
    }

    private static void elytronTool(Path store, String... action) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "bash",
                home.resolve("bin/elytron-tool.sh").toString(),
                "credential-store",
                "--location",
                store.toString(),
                "--password",
                "opens the store"));
        command.addAll(List.of(action));
        run(command.toArray(String[]::new));
    }

    @Test
    void a_payara_of_several_keeps_its_tasks_in_the_shared_database_and_becomes_a_single_server_again()
            throws Exception {
        assumeThat(PRODUCT).as("A WildFly has a configuration file of its own").isEqualTo(Product.PAYARA);
        String single = configuration();
        script("unprovision.sh", home.toString());
        String untouched = configuration();
        String[] asNode = {home.toString(), jar.toString(), "cluster", "shared-default-database"};
        String[] withAliases = {
            home.toString(), jar.toString(), "cluster", "shared-default-database", "password-aliases"
        };

        assertThat(script("provision.sh", asNode)).contains("is provisioned");

        String installed = configuration();
        assertThat(installed)
                .contains("${ENV=ABAKUS_DB_HOST:", "${ENV=ABAKUS_DB_PASSWORD}", "pool-name=\"AbakusSharedPool\"")
                .doesNotContain("h2:file:${com.sun.aas.instanceRoot}/abakus");
        assertThat(script("provision.sh", asNode)).contains("up to date");
        assertThat(refused(home.toString(), jar.toString(), "cluster", "database"))
                .contains("cluster and database exclude each other", "Nothing was changed");
        assertThat(refused(home.toString(), jar.toString(), "password-aliases"))
                .contains("password-aliases needs the part cluster", "Nothing was changed");

        script("provision.sh", withAliases);
        assertThat(configuration()).contains("${ALIAS=abakus-database}").doesNotContain("ABAKUS_DB_PASSWORD");
        script("provision.sh", asNode);
        assertThat(configuration()).isEqualTo(installed);
        script("provision.sh", withAliases);

        script("unprovision.sh", home.toString());

        assertThat(configuration()).isEqualTo(untouched);
        assertThat(home.resolve("glassfish/domains/domain1/lib/abakus-postgresql.jar"))
                .doesNotExist();
        provision();
        assertThat(configuration()).isEqualTo(single);
    }

    /** The path and size of every file, also beside the server. */
    private static List<String> everyFile() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file + " " + file.toFile().length() + " "
                            + file.toFile().lastModified())
                    .sorted()
                    .toList();
        }
    }

    /** Runs the script as the build itself does. */
    private static String provision(String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of(home.toString(), jar.toString()));
        arguments.addAll(PARTS.get(PRODUCT));
        return script("provision.sh", arguments.toArray(String[]::new));
    }

    private static String place(int index) {
        return PLACES.get(PRODUCT).get(index);
    }

    private static String configuration() throws IOException {
        return Files.readString(home.resolve(place(2)));
    }

    private static String script(String name, String... arguments) throws IOException, InterruptedException {
        return script(Map.of(), name, arguments);
    }

    private static String script(Map<String, String> environment, String name, String... arguments)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("bash", PRODUCT.scripts().resolve(name).toString()));
        command.addAll(List.of(arguments));
        return run(environment, command.toArray(String[]::new));
    }

    private static String refused(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("bash", PRODUCT.scripts().resolve("provision.sh").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(2);
        return output;
    }

    private static String run(String... command) throws IOException, InterruptedException {
        return run(Map.of(), command);
    }

    private static String run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
