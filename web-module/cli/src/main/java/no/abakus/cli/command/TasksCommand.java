package no.abakus.cli.command;

import static no.abakus.cli.text.Plain.cell;
import static no.abakus.cli.text.Plain.seconds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import no.abakus.cli.rest.Api;
import no.abakus.cli.rest.Call;
import no.abakus.cli.rest.Exit;
import no.abakus.cli.text.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists executions, or the registered tasks. */
@Command(
        name = "tasks",
        description = {
            "Lists executions of tasks, the latest first.",
            "Terms such as state:failed task:mail.* request_id:abc-123 age<1h select executions; all terms must match."
        })
final class TasksCommand extends ConsoleCommand {

    @Parameters(arity = "0..*", paramLabel = "TERM", description = "Terms that must all match.")
    private List<String> terms = List.of();

    @Option(names = "--limit", paramLabel = "COUNT", defaultValue = "50", description = "At most this many, 1 to 200.")
    private int limit;

    @Option(names = "--after", paramLabel = "CURSOR", description = "Starts where the previous page ended.")
    private String after;

    @Option(names = "--names", description = "Lists the registered tasks instead of executions.")
    private boolean isNames;

    @Override
    Exit run(Api api) {
        if (isNames) {
            names(api.get(Call.of("tasks")));
            return Exit.DONE;
        }
        JsonNode page = api.get(Call.of("executions")
                .with("q", String.join(" ", terms))
                .with("limit", limit)
                .with("after", after));
        if (isJson()) {
            printJson(page);
            return Exit.DONE;
        }
        Table table = new Table("ENDED", "TASK", "STATE", "QUEUE", "TOOK", "REQUEST", "ID", "ERROR");
        page.path("items")
                .forEach(item -> table.row(
                        cell(item.path("date_done")),
                        cell(item.path("name")),
                        cell(item.path("state")),
                        cell(item.path("queue")),
                        seconds(item.path("runtime")),
                        cell(item.path("request_id")),
                        cell(item.path("task_id")),
                        cell(item.path("error"))));
        table.print(out(), "No execution matches.");
        if (page.path("next").isTextual()) {
            out().println("More: --after " + cell(page.path("next")));
        }
        return Exit.DONE;
    }

    private void names(JsonNode tasks) {
        if (isJson()) {
            printJson(tasks);
            return;
        }
        Table table = new Table("TASK", "QUEUE", "PARAMETERS");
        tasks.forEach(task -> {
            StringBuilder parameters = new StringBuilder();
            task.path("parameters").forEach(parameter -> parameters
                    .append(parameters.length() == 0 ? "" : ", ")
                    .append(cell(parameter.path("type")))
                    .append(' ')
                    .append(cell(parameter.path("name"))));
            table.row(cell(task.path("name")), cell(task.path("attributes").path("queue")), parameters.toString());
        });
        table.print(out(), "No task is registered.");
    }
}
