package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import no.abakus.it.collector.Collector;
import no.abakus.it.server.Line;
import no.abakus.it.server.OnSharedServer;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Runs the worked examples for collectors, with the real collectors and the lines that the shared server has printed.
 */
@OnSharedServer
@Isolated
@Order(Integer.MAX_VALUE - 1)
final class CollectorsIT {

    @ParameterizedTest
    @EnumSource(Collector.class)
    void lines_arrive_as_records_and_are_found_by_their_request_id(
            Collector collector, Server server, @TempDir Path folder) throws Exception {
        assumeTrue(
                collector.isInstalled(),
                () -> collector.program() + " is not on the PATH: " + collector.howToInstall());
        String event = Registrations.on(server).event(10, 1);
        server.http()
                .as("student1", "student1")
                .with("X-Request-ID", "collected-1")
                .post(
                        "/registrations/api/events/" + event + "/registrations",
                        "{\"user\":\"0\",\"groups\":[\"users\"]}");
        server.lines()
                .await(
                        "the end of the task",
                        java.time.Duration.ofSeconds(20),
                        line -> line.event().equals("task_succeeded")
                                && line.get("request_id").equals("collected-1"));
        List<Line> lines = server.lines().all();

        List<Line> records = collector.collect(lines, folder);

        assertThat(records).hasSameSizeAs(lines).allMatch(Line::isJson);
        assertThat(byRequest(records))
                .extracting(Line::event)
                .containsExactlyElementsOf(
                        byRequest(lines).stream().map(Line::event).toList())
                .contains("request_started", "task_succeeded");
    }

    private static List<Line> byRequest(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.get("request_id").equals("collected-1"))
                .toList();
    }
}
