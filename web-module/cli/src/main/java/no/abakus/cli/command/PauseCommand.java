package no.abakus.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import no.abakus.cli.rest.Api;
import no.abakus.cli.rest.Exit;
import no.abakus.cli.text.Plain;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

/** Stops taking tasks of a queue or of a name, on all nodes, until resume. */
@Command(name = "pause", description = "Stops taking tasks of a queue or of a name, on all nodes, until resume.")
final class PauseCommand extends ConsoleCommand {

    @ArgGroup(multiplicity = "1")
    private Target target;

    @Override
    Exit run(Api api) {
        JsonNode answer = api.post(target.call("pause"), Api.JSON.createObjectNode());
        if (isJson()) {
            printJson(answer);
        } else {
            out().println(Plain.text(target.name()) + " is paused.");
        }
        return Exit.DONE;
    }
}
