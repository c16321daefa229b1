package no.abakus.cli.command;

import static no.abakus.cli.text.Plain.cell;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import no.abakus.cli.rest.Api;
import no.abakus.cli.rest.Call;
import no.abakus.cli.rest.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Sends a failed task again. */
@Command(
        name = "retry",
        description = "Sends a failed task again, once, as it was sent or with other arguments, and prints the new id.")
final class RetryCommand extends ConsoleCommand {

    @Parameters(index = "0", paramLabel = "ID", description = "Id of the failed task.")
    private String id;

    @Parameters(index = "1..*", paramLabel = "VALUE", description = "Other arguments by position.")
    private List<String> values = List.of();

    @Mixin
    private Arguments arguments;

    @Override
    Exit run(Api api) {
        JsonNode sent = api.post(Call.of("executions", id, "retry"), arguments.body(values));
        if (isJson()) {
            printJson(sent);
        } else {
            out().println(cell(sent.path("task_id")));
        }
        return Exit.DONE;
    }
}
