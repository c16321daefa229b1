package no.abakus.tasks.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;

/** {@code server-config/grafana/abakus.json} shows metrics and attributes that a node has. */
class DashboardTest {

    private static final Path DASHBOARD = Path.of("../server-config/grafana/abakus.json");
    private static final Pattern METRIC = Pattern.compile("\\b(?:abakus|messaging)_[a-z_]+(?=[\\[{])");
    private static final Pattern LABEL = Pattern.compile("(?:by \\(|\\{|, ?|\\{\\{)([a-z_]+)(?==|,|\\)|}})");

    private final String exported = new Workbench().metrics().toPrometheus();

    @Test
    void every_query_names_a_metric_that_exists() throws IOException {
        Set<String> known = exported.lines()
                .filter(line -> line.startsWith("# TYPE "))
                .flatMap(line -> names(line.split(" ", -1)[2], line.endsWith(" histogram")).stream())
                .collect(Collectors.toSet());

        List<String> queries = queries();

        assertThat(queries).hasSizeGreaterThan(5).allSatisfy(query -> {
            Set<String> used = found(METRIC, query);
            assertThat(used).isNotEmpty();
            assertThat(known).containsAll(used);
        });
    }

    @Test
    void every_label_in_a_query_is_an_attribute() throws IOException {
        Set<String> known = Set.of(
                "le",
                "job",
                "messaging_destination_name",
                "abakus_task_name",
                "abakus_task_state",
                "abakus_message_state");

        assertThat(queries()).allSatisfy(query -> assertThat(known).containsAll(found(LABEL, query)));
    }

    private static List<String> names(String name, boolean isHistogram) {
        return isHistogram ? List.of(name + "_bucket", name + "_sum", name + "_count") : List.of(name);
    }

    private static List<String> queries() throws IOException {
        JsonNode dashboard = new ObjectMapper().readTree(DASHBOARD.toFile());
        return dashboard.findValues("expr").stream().map(JsonNode::asText).toList();
    }

    private static Set<String> found(Pattern pattern, String query) {
        Set<String> found = new TreeSet<>();
        for (Matcher match = pattern.matcher(query); match.find(); ) {
            found.add(match.groupCount() == 0 ? match.group() : match.group(1));
        }
        return found;
    }
}
