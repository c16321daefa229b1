package no.abakus.cli.command;

import static no.abakus.cli.text.Plain.cell;

import com.fasterxml.jackson.databind.JsonNode;
import no.abakus.cli.rest.Api;
import no.abakus.cli.rest.Call;
import no.abakus.cli.rest.Exit;
import no.abakus.cli.text.Table;
import picocli.CommandLine.Command;

/** Lists the queues. */
@Command(name = "queues", description = "Lists the queues with their waiting and scheduled tasks and their consumers.")
final class QueuesCommand extends ConsoleCommand {

    @Override
    Exit run(Api api) {
        JsonNode overview = api.get(Call.of("queues"));
        if (isJson()) {
            printJson(overview);
            return Exit.DONE;
        }
        Table table = new Table("QUEUE", "WAITING", "SCHEDULED", "DELIVERING", "CONSUMERS", "PAUSED");
        overview.path("queues")
                .forEach(queue -> table.row(
                        cell(queue.path("name")),
                        cell(queue.path("waiting")),
                        cell(queue.path("scheduled")),
                        cell(queue.path("delivering")),
                        cell(queue.path("consumers")),
                        queue.path("paused").asBoolean() ? "paused" : ""));
        table.print(out(), "There are no queues.");
        out().println("dead letters: " + cell(overview.path("dead_letter")) + ", expired: "
                + cell(overview.path("expired")));
        if (overview.path("paused_tasks").size() > 0) {
            out().println("paused tasks: " + cell(overview.path("paused_tasks")));
        }
        return Exit.DONE;
    }
}
