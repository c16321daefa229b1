package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import no.abakus.it.server.EveryLine;
import no.abakus.it.server.Line;
import no.abakus.it.server.OnSharedServer;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Runs after all other tests on the shared server and checks every line it printed, from its very first boot on. */
@OnSharedServer
@Isolated
@Order(Integer.MAX_VALUE)
final class StdoutIsJsonIT {

    @Test
    void every_line_from_the_first_boot_on_is_one_json_object(Server server) {
        List<Line> lines = server.lines().all();

        assertThat(lines).hasSizeGreaterThan(50);
        assertThat(lines).allMatch(Line::isJson);
    }

    /** Checks the lines of all servers that other tests have started, stopped and killed. The JVM's own output is on stderr. */
    @Test
    void so_is_every_line_of_every_other_server_of_this_run(Server server) {
        assertThat(EveryLine.count())
                .isGreaterThanOrEqualTo(server.lines().all().size() - 1L);
        assertThat(EveryLine.odd()).isEmpty();
        assertThat(EveryLine.ofArquillian()).allMatch(Line::isJson);
    }

    @Test
    void every_line_says_when_who_how_grave_and_what(Server server) {
        assertThat(server.lines().all()).allSatisfy(line -> {
            assertThat(line.get("timestamp")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
            assertThat(line.get("level")).isIn("debug", "info", "warning", "error", "critical");
            assertThat(line.json().has("logger")).isTrue();
            assertThat(line.json().has("event")).isTrue();
        });
    }

    @Test
    void the_servers_own_lines_are_among_them(Server server) {
        assertThat(server.lines()
                        .where(line -> line.event().contains(server.product().firstWord())))
                .isNotEmpty();
    }

    @Test
    void nothing_goes_to_stderr_but_the_virtual_machines_own_warnings(Server server) throws Exception {
        assertThat(Files.readAllLines(server.errors()))
                .allMatch(line -> line.isBlank() || line.startsWith("WARNING:") || line.contains("warning:"));
    }
}
