package no.abakus.cli.command;

import static no.abakus.cli.text.Plain.cell;

import com.fasterxml.jackson.databind.JsonNode;
import no.abakus.cli.rest.Api;
import no.abakus.cli.rest.Call;
import no.abakus.cli.rest.Exit;
import no.abakus.cli.text.Bar;
import no.abakus.cli.text.Plain;
import no.abakus.cli.text.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the nodes, or the tasks that they run. */
@Command(name = "workers", description = "Lists the nodes that respond, or the tasks that run on them.")
final class WorkersCommand extends ConsoleCommand {

    @Option(names = "--active", description = "Lists the running tasks.")
    private boolean isActive;

    @Override
    Exit run(Api api) {
        JsonNode nodes = api.get(isActive ? Call.of("workers", "active") : Call.of("workers"));
        if (isJson()) {
            printJson(nodes);
        } else if (isActive) {
            active(nodes);
        } else {
            nodes(nodes);
        }
        return Exit.DONE;
    }

    private void nodes(JsonNode nodes) {
        Table table = new Table("NODE", "TAKES TASKS", "RUNNING", "PROCESSED", "PING");
        nodes.properties().forEach(node -> {
            JsonNode stats = node.getValue().path("stats");
            JsonNode ping = node.getValue().path("ping_ms");
            table.row(
                    Plain.text(node.getKey()),
                    stats.path("takes_tasks").isBoolean()
                            ? stats.path("takes_tasks").asBoolean() ? "yes" : "no"
                            : "-",
                    cell(stats.path("active")),
                    cell(stats.path("processed")),
                    ping.isNumber() ? Math.round(ping.asDouble()) + " ms" : "-");
        });
        table.print(out(), "No node responds.");
    }

    private void active(JsonNode nodes) {
        Table table = new Table("NODE", "STARTED", "TASK", "QUEUE", "RETRIES", "PROGRESS", "ID", "ARGUMENTS");
        nodes.properties().forEach(node -> node.getValue()
                .forEach(task -> table.row(
                        Plain.text(node.getKey()),
                        cell(task.path("date_started")),
                        cell(task.path("name")),
                        cell(task.path("queue")),
                        cell(task.path("retries")),
                        Bar.words(task.path("progress")),
                        cell(task.path("id")),
                        cell(task.path("args")))));
        table.print(out(), "No task is running.");
    }
}
