package no.abakus.it.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.abakus.it.server.Http;
import no.abakus.it.server.Server;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Host applications, each deployed without Abakus and with all parts of it that an application includes. Every response
 * is the same, byte by byte.
 */
@Tag("long")
final class NoTraceInTheHostIT {

    private static final int PORT_OFFSET = 2600;
    private static final Duration BOOT = Duration.ofMinutes(4);

    /** WildFly logs this if Jackson in the archive makes WildFly leave out its JSON-B. */
    private static final String JSONB_SWITCHED_OFF = "WFLYRS0018";

    private static final String JSON = "application/json";
    private static final List<Call> HOST = List.of(
            Call.get("/api/people"),
            Call.of("HEAD", "/api/people"),
            Call.of("OPTIONS", "/api/people"),
            Call.of("DELETE", "/api/people"),
            Call.get("/api/people/all"),
            Call.get("/api/people/later"),
            Call.get("/api/people/read"),
            Call.get("/api/people/read-typed"),
            Call.get("/api/people/boom"),
            Call.get("/api/people/conflict"),
            Call.get("/api/people/own"),
            Call.get("/api/people/nobody"),
            Call.get("/api/nothing"),
            Call.get("/api/health"),
            Call.get("/api/tasks"),
            Call.post("/api/people", JSON, "{\"full_name\":\"Bob\",\"born\":\"1999-12-31\",\"extra\":1}"),
            Call.post("/api/people", JSON, "{\"name\":\"Bob\",\"passwordHash\":\"x\",\"nothing\":null}"),
            Call.post("/api/people", JSON, "{\"full_name\":7,\"born\":\"never\"}"),
            Call.post("/api/people", JSON, "{\"full_name\":"),
            Call.post("/api/people", JSON, ""),
            Call.post("/api/people", "text/plain", "Bob"),
            Call.get("/plain?do=nothing&x=%C3%A6"),
            Call.get("/plain?do=redirect"),
            Call.get("/plain?do=refuse"),
            Call.get("/plain?do=fail"),
            Call.post("/plain", "text/plain", "x".repeat(200_000)),
            Call.of("PUT", "/plain"),
            Call.get("/page.xhtml"),
            Call.get("/nowhere"),
            Call.get("/"));

    private static final List<Call> JACK = List.of(
            Call.get("/api/parcels"),
            Call.get("/api/parcels/mapped"),
            Call.get("/api/parcels/migrated"),
            Call.post("/api/parcels", JSON, "{\"parcel_no\":8,\"secret\":\"x\"}"),
            Call.post("/api/parcels", JSON, "{\"parcelNo\":8,\"extra\":1}"),
            Call.post("/api/parcels", JSON, "{\"parcel_no\":\"8\"}"),
            Call.get("/api/nothing"),
            Call.get("/nowhere"));

    private static Map<String, String> host;
    private static Map<String, String> jack;
    private static Map<String, String> hostInEar;
    private static Map<String, String> jackInEar;
    private static int switchedOff;

    @BeforeAll
    static void without_abakus() throws Exception {
        Path war = Hosts.file(Hosts.host("host.war"));
        Path other = Hosts.file(Hosts.jack("jack.war"));
        Path ear = Hosts.file(Hosts.ear("hosts.ear", Hosts.host("ear-host.war"), Hosts.jack("ear-jack.war")));
        try (Server server = Server.fresh(
                        "hosts-alone", PORT_OFFSET, war, "--deploy", other.toString(), "--deploy", ear.toString())
                .launch()) {
            host = answers(server, "/host", HOST, "/api/people");
            jack = answers(server, "/jack", JACK, "/api/parcels");
            hostInEar = answers(server, "/ear-host", HOST, "/api/people");
            jackInEar = answers(server, "/ear-jack", JACK, "/api/parcels");
            switchedOff = switchedOff(server);
            server.stop();
        }
        assertThat(host.get("GET /api/people"))
                .as("JSON-B writes it")
                .contains("full_name")
                .doesNotContain("SECRET");
    }

    @Test
    void a_war_that_relies_on_the_servers_json() throws Exception {
        Path war = Hosts.file(Hosts.withTask(Hosts.withAbakus(Hosts.host("host.war"))));
        try (Server server = Server.fresh("host-with-abakus", PORT_OFFSET, war).launch()) {
            assertSame(host, answers(server, "/host", HOST, "/api/people"));
            assertIsPresent(server, "/host");
            assertThat(switchedOff(server)).as(JSONB_SWITCHED_OFF).isZero();
            server.stop();
        }
    }

    @Test
    void a_war_with_an_older_jackson_and_tables_of_its_own() throws Exception {
        Path war = Hosts.file(Hosts.withLabels(Hosts.withAbakus(Hosts.jack("jack.war"))));
        try (Server server = Server.fresh("jack-with-abakus", PORT_OFFSET, war).launch()) {
            assertSame(jack, answers(server, "/jack", JACK, "/api/parcels"));
            assertIsPresent(server, "/jack");
            assertThat(server.http().get("/jack/api/label").body()).isEqualTo("number=7, sent=2000-01-02");
            server.stop();
        }
    }

    @Test
    void the_wars_of_an_ear() throws Exception {
        Path ear = Hosts.file(Hosts.earWithAbakus(
                "hosts.ear", Hosts.host("ear-host.war"), Hosts.withTask(Hosts.jack("ear-jack.war"))));
        try (Server server = Server.fresh("ear-with-abakus", PORT_OFFSET, ear).launch()) {
            assertSame(hostInEar, answers(server, "/ear-host", HOST, "/api/people"));
            assertSame(jackInEar, answers(server, "/ear-jack", JACK, "/api/parcels"));
            assertIsPresent(server, "/ear-jack");
            // The WAR with annotations of its own, there and in the WAR alone.
            assertThat(switchedOff(server)).as(JSONB_SWITCHED_OFF).isEqualTo(switchedOff / 2);
            server.stop();
        }
    }

    private static Map<String, String> answers(Server server, String root, List<Call> calls, String ready)
            throws Exception {
        server.http().awaitStatus(root + ready, 200, BOOT);
        Map<String, String> answers = new LinkedHashMap<>();
        for (Call call : calls) {
            answers.put(call.toString(), call.answer(server.http().port(), root));
        }
        return answers;
    }

    private static void assertSame(Map<String, String> without, Map<String, String> with) {
        SoftAssertions all = new SoftAssertions();
        without.forEach(
                (call, answer) -> all.assertThat(with.get(call)).as(call).isEqualTo(answer));
        all.assertAll();
    }

    /**
     * A task runs with every format and the filter has seen the request, so there is something that could leave traces.
     */
    private static void assertIsPresent(Server server, String root) throws Exception {
        for (String format : List.of("json", "yaml", "msgpack", "cbor")) {
            Http.Answer weighed = server.http().get(root + "/api/weigh/" + format);
            assertThat(weighed.status()).as("%s: %s", format, weighed).isEqualTo(200);
            assertThat(weighed.body()).as(format).contains("number=7").contains("sent=2000-01-02");
            assertThat(weighed.header("X-Request-ID")).isNotEmpty();
        }
    }

    private static int switchedOff(Server server) {
        return server.lines().grep(JSONB_SWITCHED_OFF).size();
    }
}
