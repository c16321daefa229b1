package no.abakus.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The scripts that prepare a broker of a pair, on instances made by Artemis itself. */
@Tag("long")
class BrokerScriptsTest {

    private static final Path SCRIPTS = Path.of("../artemis/broker");
    private static final Map<String, String> PASSWORDS = Map.of(
            "ABAKUS_BROKER_PASSWORD", "back\\slash = equals",
            "ABAKUS_BROKER_ADMIN_PASSWORD", "admin # of the test",
            "ABAKUS_BROKER_CLUSTER_PASSWORD", "less<than & and",
            "ABAKUS_BROKER_KEYSTORE_PASSWORD", "of-the-keys");

    @TempDir
    private Path folder;

    @Test
    void a_broker_with_a_shared_store_is_valid_and_knows_roles_and_settings() throws Exception {
        Path instance = created("a", "--shared-store", folder.resolve("store").toString());

        Element core = core(instance);

        assertThat(text(core, "cluster-password")).isEqualTo("less<than & and");
        assertThat(text(core, "remoting-incoming-interceptors")).contains("RefuseFederation", "RefuseHugeMessages");
        assertThat(attributes(core, "address-setting", "match")).contains("jms.queue.abakus.#", "#");
        assertThat(attributes(core, "security-setting", "match"))
                .contains("jms.queue.abakus.#", "jms.topic.abakus.control", "activemq.management.#", "#")
                .contains("jms.topic.abakus.*.control", "jms.queue.abakus.*.expired", "jms.queue.abakus.*.dead_letter");
        assertThat(text(core, "acceptor")).contains("protocols=CORE;");
        assertThat(permissionsEverywhere(core, "abakus"))
                .containsExactlyInAnyOrder(
                        "createNonDurableQueue",
                        "deleteNonDurableQueue",
                        "createAddress",
                        "deleteAddress",
                        "consume",
                        "send");
        assertThat(instance.resolve("lib/abakus-guard.jar")).exists();
        Path users = instance.resolve("etc/artemis-users.properties");
        assertThat(Files.readString(users)).contains("abakus = back\\\\slash = equals", "admin = admin # of the test");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(users)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_broker_has_its_own_console_only_if_that_is_asked_for() throws Exception {
        Path without = created("a", "--replicated").resolve("etc/bootstrap.xml");
        Path with = created("b", "--replicated", "--console", "18161").resolve("etc/bootstrap.xml");

        assertThat(Files.readString(without)).doesNotContain("console.war");
        assertThat(Files.readString(with)).contains("http://127.0.0.1:18161", "console.war");
    }

    @Test
    void a_replicating_primary_asks_whether_another_is_active() throws Exception {
        Path instance = created("a", "--replicated");

        assertThat(text(core(instance), "check-for-active-server")).isEqualTo("true");
    }

    @Test
    void with_tls_acceptors_have_the_key_store_and_connectors_which_clients_see_have_no_password() throws Exception {
        String keys = Files.createFile(folder.resolve("keys.p12")).toString();
        Path instance = created("a", "--replicated", "--tls", keys);
        Path broker = instance.resolve("etc/broker.xml");
        String configured = Files.readString(broker);
        Element core = core(instance);
        var connectors = core.getElementsByTagName("connector");

        assertThat(text(core, "acceptor"))
                .contains(";protocols=CORE;")
                .endsWith(";sslEnabled=true;keyStorePath=" + keys + ";keyStorePassword=of-the-keys");
        assertThat(connectors.getLength()).isEqualTo(2);
        for (int i = 0; i < connectors.getLength(); i++) {
            assertThat(connectors.item(i).getTextContent()).matches("tcp://127[.]0[.]0[.]1:[0-9]+[?]sslEnabled=true");
        }

        run(0, "configure.sh", "--core-only", "--tls", keys, instance.toString());
        assertThat(Files.readString(broker)).isEqualTo(configured);

        assertThat(run(2, "configure.sh", "--tls", "/nowhere.p12", instance.toString()))
                .contains("there is no key store at /nowhere.p12", "Nothing was changed");
        assertThat(Files.readString(broker)).isEqualTo(configured);

        run(0, "configure.sh", "--core-only", instance.toString());
        assertThat(Files.readString(broker)).doesNotContain("sslEnabled", "of-the-keys");
    }

    @Test
    void configuring_twice_changes_nothing_and_removal_leaves_nothing_behind() throws Exception {
        Path instance = created(
                "b", "--backup", "--shared-store", folder.resolve("store").toString());
        Path broker = instance.resolve("etc/broker.xml");
        String configured = Files.readString(broker);

        run(0, "configure.sh", "--core-only", instance.toString());
        assertThat(Files.readString(broker)).isEqualTo(configured);

        run(0, "configure.sh", "--remove", instance.toString());
        assertThat(Files.readString(broker)).doesNotContain("abakus:", "jms.queue.abakus", ",abakus");
        assertThat(Files.readString(instance.resolve("etc/artemis-users.properties")))
                .doesNotContain("abakus");
        assertThat(instance.resolve("lib/abakus-guard.jar")).doesNotExist();
        core(instance);

        run(0, "configure.sh", "--core-only", instance.toString());
        assertThat(Files.readString(broker)).isEqualTo(configured);
    }

    @Test
    void programs_outside_the_servers_may_not_take_part_in_what_nodes_of_any_application_say() throws Exception {
        Document parts = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(SCRIPTS.resolve("broker-parts.xml").toFile());
        List<String> closed = new ArrayList<>();
        var settings = parts.getElementsByTagName("security-setting");
        for (int i = 0; i < settings.getLength(); i++) {
            Element setting = (Element) settings.item(i);
            if (attributes(setting, "permission", "roles").stream().noneMatch(roles -> roles.contains("client"))) {
                closed.add(setting.getAttribute("match"));
            }
        }

        for (String application : List.of("abakus", "abakus.*")) {
            assertThat(closed)
                    .contains(
                            "jms.topic." + application + ".control",
                            "jms.queue." + application + ".expired",
                            "jms.queue." + application + ".dead_letter");
        }
    }

    @Test
    void files_keep_their_modes_and_a_refused_run_changes_none() throws Exception {
        Path etc = Files.createDirectories(folder.resolve("with blanks/etc"));
        Path broker = Files.writeString(
                etc.resolve("broker.xml"),
                """
                <core>
                  <acceptors>
                  </acceptors>
                  <security-settings>
                    <security-setting match="#">
                    </security-setting>
                  </security-settings>
                  <address-settings>
                  </address-settings>
                  <addresses>
                  </addresses>
                </core>
                """);
        Path users = Files.writeString(etc.resolve("artemis-users.properties"), "admin = admin\n");
        Path roles = Files.writeString(etc.resolve("artemis-roles.properties"), "admin = admin\n");
        Files.setPosixFilePermissions(broker, PosixFilePermissions.fromString("rw-r-----"));
        String instance = etc.getParent().toString();

        run(2, "configure.sh", "--guard", "/nowhere.jar", instance);
        assertThat(Files.readString(broker)).doesNotContain("abakus");
        assertThat(etc.toFile().list()).hasSize(3);

        run(0, "configure.sh", "--no-guard", instance);
        assertThat(Files.readString(broker)).contains("jms.queue.abakus.#");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(broker)))
                .isEqualTo("rw-r-----");
        assertThat(Files.readString(users)).contains("admin = admin", "abakus = back\\\\slash = equals");
        assertThat(Files.readString(roles)).contains("admin = admin", "abakus = abakus");

        run(0, "configure.sh", "--remove", instance);
        assertThat(Files.readString(broker)).doesNotContain("abakus");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(broker)))
                .isEqualTo("rw-r-----");
        assertThat(etc.toFile().list()).hasSize(3);
    }

    @Test
    void what_is_no_instance_is_refused() throws Exception {
        assertThat(run(2, "configure.sh", folder.toString())).contains("is not an instance of Artemis");
    }

    private Path created(String name, String... options) throws Exception {
        Path instance = folder.resolve(name);
        List<String> arguments = new ArrayList<>(List.of("--name", name, "--other", "127.0.0.1:61617"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of(artemis().toString(), instance.toString()));
        run(0, "create.sh", arguments.toArray(String[]::new));
        return instance;
    }

    private static Path artemis() throws IOException {
        try (Stream<Path> unpacked = Files.list(Path.of("target"))) {
            return unpacked.filter(one -> one.getFileName().toString().startsWith("apache-artemis-"))
                    .findFirst()
                    .orElseThrow(() -> new TestAbortedException(
                            "There is no Artemis in target: -Dabakus.skip.servers keeps it from being unpacked"));
        }
    }

    private static String run(int code, String script, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("bash", SCRIPTS.resolve(script).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(PASSWORDS);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(code);
        return output;
    }

    /** The configuration, checked against Artemis' own schema. */
    private static Element core(Path instance) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder()
                .parse(instance.resolve("etc/broker.xml").toFile());
        Element core = (Element) document.getElementsByTagName("core").item(0);
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new StreamSource(
                        artemis().resolve("schema/artemis-configuration.xsd").toFile()))
                .newValidator()
                .validate(new DOMSource(core));
        return core;
    }

    /** What a role may do at addresses that no other setting matches. */
    private static List<String> permissionsEverywhere(Element core, String role) {
        List<String> permitted = new ArrayList<>();
        var settings = core.getElementsByTagName("security-setting");
        for (int i = 0; i < settings.getLength(); i++) {
            Element setting = (Element) settings.item(i);
            var permissions = setting.getElementsByTagName("permission");
            for (int j = 0; setting.getAttribute("match").equals("#") && j < permissions.getLength(); j++) {
                Element permission = (Element) permissions.item(j);
                if (List.of(permission.getAttribute("roles").split(",", -1)).contains(role)) {
                    permitted.add(permission.getAttribute("type"));
                }
            }
        }
        return permitted;
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagName(name).item(0).getTextContent();
    }

    private static List<String> attributes(Element parent, String name, String attribute) {
        List<String> values = new ArrayList<>();
        var elements = parent.getElementsByTagName(name);
        for (int i = 0; i < elements.getLength(); i++) {
            values.add(((Element) elements.item(i)).getAttribute(attribute));
        }
        return values;
    }
}
