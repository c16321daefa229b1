package no.abakus.tasks.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.abakus.tasks.config.ExchangeRule.Binding;
import no.abakus.tasks.spi.NearestName;
import no.abakus.tasks.testing.MapSource;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every default, every key, and the report of invalid settings. */
class TaskSystemConfigTest {

    private static final String NODE = "abakus.tasks.node.name";

    private final StartupProblems problems = new StartupProblems();
    private ServerDefaults server = ServerDefaults.NONE;

    @Test
    void these_are_the_defaults() {
        TaskSystemConfig config = read(Map.of(NODE, "n"));

        assertThat(config)
                .isEqualTo(new TaskSystemConfig(
                        new NodeConfig("n"),
                        new ApplicationConfig("abakus", Set.of()),
                        new RoutingConfig("default", Set.of(), false, List.of(), List.of()),
                        new MessageConfig(8 * 1024 * 1024, 64, 8 * 1024, 1024, 8 * 1024),
                        new DecodingConfig(
                                128 * 1024 * 1024, Runtime.getRuntime().maxMemory() / 4),
                        new BodyConfig("json", Set.of("json", "yaml", "msgpack", "cbor"), Optional.empty(), Set.of()),
                        new ResultConfig("", Duration.ofDays(1), Duration.ofDays(30), 1024 * 1024, 4 * 1024),
                        new AckConfig(16, Duration.ofSeconds(30), Duration.ofSeconds(30), Optional.empty()),
                        new ControlConfig(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofDays(30), false),
                        new WorkerConfig(16, Duration.ofSeconds(25), Duration.ofMinutes(10)),
                        new DelayConfig(Duration.ofMinutes(5)),
                        new HistoryConfig(
                                HistoryConfig.Kept.AUTO, 250, Duration.ofDays(7), Duration.ofDays(30), 5_000_000)));
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void these_are_the_keys_and_each_is_read() {
        Map<String, String> all = Map.ofEntries(
                Map.entry(NODE, "node-7"),
                Map.entry("abakus.tasks.application", "shop_2"),
                Map.entry("abakus.tasks.take-over", "shop, abakus"),
                Map.entry("abakus.tasks.routing.default-queue", "slow"),
                Map.entry("abakus.tasks.routing.external-queues", " theirs,, others "),
                Map.entry("abakus.tasks.routing.create-missing", "true"),
                Map.entry(
                        "abakus.tasks.routing.exchanges", "news topic a.* -> mail, b.# -> slow; all fanout mail,slow"),
                Map.entry(
                        "abakus.tasks.routing.routes", "mail.* -> queue=mail , priority = 2;; /x->y.*/ -> queue=slow"),
                Map.entry("abakus.tasks.message.max-body-size", "2048"),
                Map.entry("abakus.tasks.message.max-decoded-size", "2097152"),
                Map.entry("abakus.tasks.message.decoding-memory", "40"),
                Map.entry("abakus.tasks.message.max-context-keys", "0"),
                Map.entry("abakus.tasks.message.max-context-size", " 32768 "),
                Map.entry("abakus.tasks.message.argument-summary-size", "16384"),
                Map.entry("abakus.tasks.message.max-headers-size", "16"),
                Map.entry("abakus.tasks.body.serializer", "cbor"),
                Map.entry("abakus.tasks.body.accept", "cbor, java"),
                Map.entry("abakus.tasks.body.compression", "zstd"),
                Map.entry("abakus.tasks.body.java-classes", "no.example.**"),
                Map.entry("abakus.tasks.result.data-source", "java:/Results"),
                Map.entry("abakus.tasks.result.retention", "PT1H"),
                Map.entry("abakus.tasks.result.unfinished-retention", "P2D"),
                Map.entry("abakus.tasks.result.max-size", "64"),
                Map.entry("abakus.tasks.result.compress-above", "1000000"),
                Map.entry("abakus.tasks.acks.early-slots", "3"),
                Map.entry("abakus.tasks.acks.early-drain", "PT0S"),
                Map.entry("abakus.tasks.acks.node-lost-after", "PT6S"),
                Map.entry("abakus.tasks.acks.data-folder", "/var/lib/abakus"),
                Map.entry("abakus.tasks.control.heartbeat", "PT1S"),
                Map.entry("abakus.tasks.control.refresh", "PT2S"),
                Map.entry("abakus.tasks.control.revocation-retention", "P3D"),
                Map.entry("abakus.tasks.control.events", "true"),
                Map.entry("abakus.tasks.worker.max-abandoned-threads", "0"),
                Map.entry("abakus.tasks.worker.grace-period", "PT1M"),
                Map.entry("abakus.tasks.worker.unknown-task-wait", "PT0S"),
                Map.entry("abakus.tasks.delay.park-above", "PT20M"),
                Map.entry("abakus.tasks.history", "failures"),
                Map.entry("abakus.tasks.history.rows-per-second", "10"),
                Map.entry("abakus.tasks.history.retention", "PT1H"),
                Map.entry("abakus.tasks.history.failure-retention", "PT2H"),
                Map.entry("abakus.tasks.history.max-rows", "1000"));

        assertThat(read(all))
                .isEqualTo(new TaskSystemConfig(
                        new NodeConfig("node-7"),
                        new ApplicationConfig("shop_2", Set.of("shop", "abakus")),
                        new RoutingConfig(
                                "slow",
                                Set.of("theirs", "others"),
                                true,
                                List.of(
                                        new ExchangeRule(
                                                "news",
                                                ExchangeRule.Type.TOPIC,
                                                List.of(new Binding("a.*", "mail"), new Binding("b.#", "slow"))),
                                        new ExchangeRule(
                                                "all",
                                                ExchangeRule.Type.FANOUT,
                                                List.of(new Binding("", "mail"), new Binding("", "slow")))),
                                List.of(
                                        new RouteRule("mail.*", Map.of("queue", "mail", "priority", "2")),
                                        new RouteRule("/x->y.*/", Map.of("queue", "slow")))),
                        new MessageConfig(2048, 0, 32768, 16384, 16),
                        new DecodingConfig(2 * 1024 * 1024, 40L * 1024 * 1024),
                        new BodyConfig("cbor", Set.of("cbor", "java"), Optional.of("zstd"), Set.of("no.example.**")),
                        new ResultConfig("java:/Results", Duration.ofHours(1), Duration.ofDays(2), 64, 1_000_000),
                        new AckConfig(3, Duration.ZERO, Duration.ofSeconds(6), Optional.of(Path.of("/var/lib/abakus"))),
                        new ControlConfig(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofDays(3), true),
                        new WorkerConfig(0, Duration.ofMinutes(1), Duration.ZERO),
                        new DelayConfig(Duration.ofMinutes(20)),
                        new HistoryConfig(
                                HistoryConfig.Kept.FAILURES, 10, Duration.ofHours(1), Duration.ofHours(2), 1_000)));
        assertThat(problems.all()).isEmpty();
        assertThat(TaskSystemConfig.SETTINGS.stream().map(Setting::key).collect(Collectors.toSet()))
                .isEqualTo(all.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"my-shop", "shop.1", "a b", "løn"})
    void an_applications_name_that_a_broker_refuses_is_a_problem(String name) {
        read(Map.of(NODE, "n", "abakus.tasks.application", name));

        assertThat(problems.all())
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("abakus.tasks.application is '" + name + "'")
                .contains("letters, digits and underscores");
    }

    @Test
    void the_name_of_an_archive_becomes_one_that_a_broker_takes() {
        assertThat(ApplicationConfig.inNames("my-shop-1.2")).isEqualTo("my_shop_1_2");
        assertThat(ApplicationConfig.inNames("x".repeat(300))).hasSize(ApplicationConfig.LONGEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "news",
                "news topic",
                "news topics a -> b",
                "news topic a",
                "news topic -> b",
                "news topic a ->",
                "all fanout a -> b",
                "all fanout a,,b"
            })
    void an_exchange_of_another_shape_is_a_problem_that_shows_the_right_one(String text) {
        read(Map.of(NODE, "n", "abakus.tasks.routing.exchanges", text));

        assertThat(problems.all())
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("Write 'NAME direct KEY -> QUEUE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail", "mail ->", "-> queue=x", "mail -> queue", "mail -> =x", "a -> queue=x; b"})
    void a_route_of_another_shape_is_a_problem_that_shows_the_right_one(String text) {
        read(Map.of(NODE, "n", "abakus.tasks.routing.routes", text));

        assertThat(problems.all())
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("Write 'TASKS ->");
    }

    @Test
    void a_node_without_a_name_or_data_folder_has_the_servers() {
        server = new ServerDefaults(Optional.of("server-1"), Optional.of(Path.of("/srv/data")));

        assertThat(read(Map.of()).node().name()).isEqualTo("server-1");
        assertThat(read(Map.of()).acks().dataFolder()).contains(Path.of("/srv/data/abakus"));
        assertThat(read(Map.of(NODE, "n", "abakus.tasks.acks.data-folder", "/mine")))
                .satisfies(config -> assertThat(config.node().name()).isEqualTo("n"))
                .satisfies(config -> assertThat(config.acks().dataFolder()).contains(Path.of("/mine")));
    }

    @Test
    void a_node_of_an_unknown_server_has_the_name_of_its_host() {
        String before = System.getProperty("HOSTNAME");
        try {
            System.setProperty("HOSTNAME", "host-1");
            assertThat(read(Map.of()).node().name()).isEqualTo("host-1");
        } finally {
            restore("HOSTNAME", before);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            abakus.tasks.message.max-body-size | many | not a whole number
            abakus.tasks.message.max-body-size | 1.5 | not a whole number
            abakus.tasks.message.max-body-size | 99999999999 | not a whole number
            abakus.tasks.message.max-body-size | 1023 | not between 1024 and 268435456
            abakus.tasks.message.max-body-size | 268435457 | not between 1024 and 268435456
            abakus.tasks.message.max-context-keys | -1 | not between 0 and 64
            abakus.tasks.message.max-context-keys | 65 | not between 0 and 64
            abakus.tasks.message.max-context-size | 32769 | not between 0 and 32768
            abakus.tasks.message.argument-summary-size | 16385 | not between 0 and 16384
            """)
    void a_value_that_does_not_fit_is_a_problem_and_its_default_holds(String key, String value, String what) {
        TaskSystemConfig config = read(Map.of(NODE, "n", key, value));

        assertThat(problems.all()).hasSize(1);
        assertThat(problems.all().get(0))
                .startsWith("Setting " + key + " is '" + value + "', which is " + what)
                .contains("Default: '");
        assertThat(config).isEqualTo(read(Map.of(NODE, "n")));
    }

    @Test
    void an_unknown_key_comes_with_the_nearest_one() {
        read(Map.of(NODE, "n", "abakus.tasks.routing.default-que", "x", "abakus.logging.max-line-byte", "1"));

        assertThat(problems.all())
                .containsExactly(
                        "Setting abakus.tasks.routing.default-que is not known; did you mean"
                                + " abakus.tasks.routing.default-queue?",
                        "Setting abakus.logging.max-line-byte is not known; did you mean"
                                + " abakus.logging.max-line-bytes?");
    }

    @Test
    void keys_of_others_and_of_single_tasks_are_not_looked_at() {
        read(Map.of(
                NODE,
                "n",
                "java.version",
                "17",
                "abakus.sample.diagnostics",
                "true",
                "abakus.tasks.task.\"x\".queue",
                "q"));

        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void all_problems_are_one_text() {
        read(Map.of(
                NODE,
                "n",
                "abakus.tasks.message.max-body-size",
                "x",
                "abakus.tasks.message.max-context-keys",
                "y",
                "abakus.tasks.nothing",
                "z"));

        assertThat(problems.all()).hasSize(3);
        assertThat(problems.report())
                .startsWith("Abakus cannot start; there are 3 problems:\n  1. Setting abakus.tasks.nothing")
                .contains("\n  2. ")
                .contains("\n  3. ");
    }

    @Test
    void one_problem_is_one() {
        problems.add("It is too late.");

        assertThat(problems.report()).isEqualTo("Abakus cannot start; there is one problem:\n  1. It is too late.");
    }

    @Test
    void settings_come_from_system_properties_where_there_is_no_microprofile_config() {
        String key = "abakus.tasks.routing.default-queue";
        try {
            System.setProperty(key, "slow");
            ConfigSource source = ServerConfig.source();

            assertThat(source.get(key)).contains("slow");
            assertThat(source.keys()).contains(key);
            assertThat(source.get("abakus.tasks.no.such.key")).isEmpty();
        } finally {
            restore(key, null);
        }
    }

    @Test
    void the_nearest_name_takes_the_fewest_edits() {
        assertThat(NearestName.of("mail.sned", List.of("mail.send", "mail.spend", "x")))
                .contains("mail.send");
        assertThat(NearestName.of("b", List.of("c", "a"))).contains("a");
        assertThat(NearestName.of("a", List.of())).isEmpty();
    }

    private TaskSystemConfig read(Map<String, String> settings) {
        return TaskSystemConfig.read(new MapSource(settings), server, problems);
    }

    private static void restore(String property, String value) {
        if (value == null) {
            System.clearProperty(property);
        } else {
            System.setProperty(property, value);
        }
    }
}
