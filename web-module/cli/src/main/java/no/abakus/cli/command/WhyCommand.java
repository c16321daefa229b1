package no.abakus.cli.command;

import static no.abakus.cli.text.Plain.cell;

import com.fasterxml.jackson.databind.JsonNode;
import no.abakus.cli.rest.Api;
import no.abakus.cli.rest.Call;
import no.abakus.cli.rest.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says why a task is not running. */
@Command(name = "why", description = "Says why a task is not running, and what would help.")
final class WhyCommand extends ConsoleCommand {

    @Parameters(paramLabel = "ID", description = "Id of the task.")
    private String id;

    @Override
    Exit run(Api api) {
        JsonNode why = api.get(Call.of("executions", id, "why"));
        if (isJson()) {
            printJson(why);
            return Exit.DONE;
        }
        out().println(cell(why.path("sentence")));
        if (why.hasNonNull("since")) {
            out().println("Since " + cell(why.path("since")));
        }
        if (why.hasNonNull("fix")) {
            out().println(cell(why.path("fix")));
        }
        return Exit.DONE;
    }
}
