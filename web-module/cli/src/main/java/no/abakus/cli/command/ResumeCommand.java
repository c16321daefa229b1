package no.abakus.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import no.abakus.cli.rest.Api;
import no.abakus.cli.rest.Exit;
import no.abakus.cli.text.Plain;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

/** Takes paused tasks again. */
@Command(name = "resume", description = "Takes paused tasks again.")
final class ResumeCommand extends ConsoleCommand {

    @ArgGroup(multiplicity = "1")
    private Target target;

    @Override
    Exit run(Api api) {
        JsonNode answer = api.post(target.call("resume"), Api.JSON.createObjectNode());
        if (isJson()) {
            printJson(answer);
        } else {
            out().println(Plain.text(target.name()) + " is resumed.");
        }
        return Exit.DONE;
    }
}
