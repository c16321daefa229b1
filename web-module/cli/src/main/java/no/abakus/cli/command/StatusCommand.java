package no.abakus.cli.command;

import static no.abakus.cli.text.Plain.cell;
import static no.abakus.cli.text.Plain.seconds;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.RoundingMode;
import no.abakus.cli.rest.Api;
import no.abakus.cli.rest.Call;
import no.abakus.cli.rest.Exit;
import no.abakus.cli.text.Table;
import picocli.CommandLine.Command;

/** Prints the state of the system in one sentence, with figures. */
@Command(name = "status", description = "Shows the system's state in a sentence, with rates, failing tasks and nodes.")
final class StatusCommand extends ConsoleCommand {

    @Override
    Exit run(Api api) {
        JsonNode overview = api.get(Call.of("overview"));
        if (isJson()) {
            printJson(overview);
        } else {
            print(overview);
        }
        return "ok".equals(overview.path("verdict").path("level").asText()) ? Exit.DONE : Exit.BAD_NEWS;
    }

    private void print(JsonNode overview) {
        out().println(cell(overview.path("verdict").path("sentence")));
        JsonNode rates = overview.path("rates");
        if (rates.isObject()) {
            out().println();
            out().println("throughput " + rounded(rates.path("throughput")) + "/s, failing "
                    + percent(rates.path("failed"))
                    + ", waiting p95 " + seconds(rates.path("waited_p95")) + ", running p95 "
                    + seconds(rates.path("took_p95")));
        }
        if (overview.path("failing").size() > 0) {
            out().println();
            Table failing = new Table("FAILING", "PART", "SINCE", "ERROR");
            overview.path("failing")
                    .forEach(task -> failing.row(
                            cell(task.path("name")),
                            percent(task.path("failed")),
                            cell(task.path("since")),
                            cell(task.path("error"))));
            failing.print(out(), "");
        }
        out().println();
        Table nodes = new Table("NODE", "TAKES TASKS", "RUNNING", "HEAP", "STARTED");
        overview.path("nodes")
                .forEach(node -> nodes.row(
                        cell(node.path("node")),
                        node.path("takes_tasks").asBoolean() ? "yes" : "no",
                        cell(node.path("active")),
                        percent(node.path("heap")),
                        cell(node.path("started"))));
        nodes.print(out(), "No node responds.");
        overview.path("sources").forEach(source -> out().println(cell(source.path("sentence"))));
    }

    private static String percent(JsonNode part) {
        return part.isNumber() ? part.decimalValue().movePointRight(2).setScale(0, RoundingMode.HALF_UP) + " %" : "-";
    }

    private static String rounded(JsonNode number) {
        return number.isNumber()
                ? number.decimalValue().setScale(1, RoundingMode.HALF_UP).toPlainString()
                : "-";
    }
}
