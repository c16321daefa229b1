package no.abakus.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/** Reads the manifests with the models that Kubernetes' client generates from Kubernetes' schemas. */
final class ManifestsTest {

    private static final Path FOLDER = Path.of("kubernetes");
    private static final Path PROJECT = Path.of("../..");

    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of(
            "v1/ConfigMap", ConfigMap.class,
            "v1/Secret", Secret.class,
            "v1/Service", Service.class,
            "apps/v1/StatefulSet", StatefulSet.class,
            "policy/v1/PodDisruptionBudget", PodDisruptionBudget.class);

    /** The models keep fields that they do not know; here such a field is a mistake. */
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .annotationIntrospector(new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(MapperConfig<?> config, Annotated member) {
                    return false;
                }
            })
            .build();

    /** Those fields of KEDA's ScaledObject that the manifest may have. */
    record Scaling(String apiVersion, String kind, Map<String, Object> metadata, Spec spec) {

        record Spec(
                Target scaleTargetRef,
                Integer pollingInterval,
                Integer cooldownPeriod,
                Integer minReplicaCount,
                Integer maxReplicaCount,
                List<Trigger> triggers) {}

        record Target(String apiVersion, String kind, String name) {}

        record Trigger(String type, Map<String, String> metadata) {}
    }

    @Test
    void every_field_of_the_manifests_is_one_of_kubernetes() throws IOException {
        assertThat(read("settings.yaml"))
                .hasExactlyElementsOfTypes(ConfigMap.class, Secret.class)
                .allSatisfy(ManifestsTest::isNamed);
        assertThat(read("nodes.yaml"))
                .hasExactlyElementsOfTypes(StatefulSet.class, Service.class, Service.class, PodDisruptionBudget.class)
                .allSatisfy(ManifestsTest::isNamed);
    }

    @Test
    void a_field_that_kubernetes_does_not_know_is_noticed() {
        Map<String, Object> misspelt =
                Map.of("apiVersion", "apps/v1", "kind", "StatefulSet", "spec", Map.of("replica", 3));

        assertThatThrownBy(() -> typed(misspelt)).hasMessageContaining("replica");
    }

    @Test
    void a_node_is_asked_at_the_three_addresses_of_its_health() throws IOException {
        Container node = node();

        assertThat(path(node.getStartupProbe())).isEqualTo("/abakus/api/health/started");
        assertThat(path(node.getLivenessProbe())).isEqualTo("/abakus/api/health/live");
        assertThat(path(node.getReadinessProbe())).isEqualTo("/abakus/api/health/ready");
    }

    @Test
    void services_and_budget_select_the_nodes() throws IOException {
        List<HasMetadata> all = read("nodes.yaml");
        Map<String, String> labels =
                statefulSet(all).getSpec().getTemplate().getMetadata().getLabels();

        assertThat(all).allSatisfy(one -> {
            if (one instanceof Service service) {
                assertThat(service.getSpec().getSelector()).isEqualTo(labels);
            } else if (one instanceof PodDisruptionBudget budget) {
                assertThat(budget.getSpec().getSelector().getMatchLabels()).isEqualTo(labels);
            }
        });
        assertThat(statefulSet(all).getSpec().getServiceName())
                .isIn(all.stream().map(one -> one.getMetadata().getName()).toList());
    }

    @Test
    void a_node_has_no_password_of_its_own_and_no_rights_it_does_not_need() throws IOException {
        assertThat(Files.readString(FOLDER.resolve("nodes.yaml"))).doesNotContainIgnoringCase("password");
        assertThat(read("settings.yaml").stream()
                        .filter(Secret.class::isInstance)
                        .flatMap(one -> ((Secret) one).getStringData().values().stream()))
                .isNotEmpty()
                .containsOnly("replace-me");
        assertThat(node().getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
    }

    @Test
    void scaling_concerns_the_nodes_and_asks_for_a_metric_that_they_have() throws IOException {
        Scaling scaling =
                STRICT.convertValue(new Yaml().load(Files.readString(FOLDER.resolve("scaling.yaml"))), Scaling.class);

        assertThat(scaling.apiVersion() + "/" + scaling.kind()).isEqualTo("keda.sh/v1alpha1/ScaledObject");
        assertThat(scaling.spec().scaleTargetRef().kind()).isEqualTo("StatefulSet");
        assertThat(scaling.spec().scaleTargetRef().name())
                .isEqualTo(statefulSet(read("nodes.yaml")).getMetadata().getName());
        assertThat(scaling.spec().triggers()).hasSize(1).allSatisfy(trigger -> {
            assertThat(trigger.type()).isEqualTo("prometheus");
            assertThat(trigger.metadata()).containsOnlyKeys("serverAddress", "threshold", "query");
            assertThat(trigger.metadata().get("query"))
                    .contains(
                            "abakus_queue_messages", "abakus_message_state=\"waiting\"", "messaging_destination_name");
        });
        assertThat(Files.readString(PROJECT.resolve("ejb-module/docs/existing-application.md")))
                .contains(
                        "`abakus_queue_messages`", "`abakus_message_state`: `waiting`", "`messaging_destination_name`");
    }

    @Test
    void the_container_file_copies_what_the_project_has_or_builds() throws IOException {
        String pom = Files.readString(PROJECT.resolve("pom.xml"));
        String wildfly = pom.replaceAll("(?s).*<version.wildfly>(.*?)</version.wildfly>.*", "$1");
        List<String> lines = Files.readAllLines(FOLDER.resolve("Containerfile"));

        assertThat(lines).contains("ARG WILDFLY=server-config/wildfly/target/wildfly-" + wildfly);
        List<String> sources = lines.stream()
                .filter(line -> line.startsWith("COPY "))
                .map(line -> List.of(line.split(" ", -1)))
                .flatMap(words -> words.subList(1, words.size() - 1).stream())
                .filter(source -> !source.startsWith("$"))
                .toList();
        assertThat(sources).isNotEmpty().allSatisfy(source -> assertThat(
                        PROJECT.resolve(source.replaceAll("/target/.*", "")))
                .exists());
    }

    private static Container node() throws IOException {
        return statefulSet(read("nodes.yaml"))
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0);
    }

    private static String path(Probe probe) {
        return probe.getHttpGet().getPath();
    }

    private static StatefulSet statefulSet(List<HasMetadata> all) {
        return (StatefulSet)
                all.stream().filter(StatefulSet.class::isInstance).findFirst().orElseThrow();
    }

    private static void isNamed(HasMetadata one) {
        assertThat(one.getMetadata().getName()).isNotBlank();
        assertThat(one.getMetadata().getLabels()).containsEntry("app.kubernetes.io/name", "abakus");
    }

    private static List<HasMetadata> read(String file) throws IOException {
        List<HasMetadata> read = new ArrayList<>();
        for (Object document : new Yaml().loadAll(Files.readString(FOLDER.resolve(file)))) {
            read.add(typed((Map<?, ?>) document));
        }
        return read;
    }

    private static HasMetadata typed(Map<?, ?> document) {
        String kind = Stream.of("apiVersion", "kind")
                .map(document::get)
                .map(String::valueOf)
                .reduce((version, name) -> version + "/" + name)
                .orElseThrow();
        assertThat(KINDS).containsKey(kind);
        return STRICT.convertValue(document, KINDS.get(kind));
    }
}
