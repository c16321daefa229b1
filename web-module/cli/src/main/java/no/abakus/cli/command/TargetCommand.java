package no.abakus.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import no.abakus.cli.rest.Api;
import no.abakus.cli.rest.Exit;
import no.abakus.cli.rest.JsonText;
import no.abakus.cli.text.Plain;
import picocli.CommandLine.ArgGroup;

/** Changes the state of a queue or a task on all nodes. */
abstract class TargetCommand extends ConsoleCommand {

    private final String order;
    private final String state;

    @ArgGroup(multiplicity = "1")
    private Target target;

    /**
     * @param order the last segment of the console's path
     * @param state the state of the target afterwards, as in "Queue mail is paused."
     */
    TargetCommand(String order, String state) {
        this.order = order;
        this.state = state;
    }

    @Override
    final Exit run(Api api) {
        JsonNode answer = api.post(target.call(order), JsonText.object());
        if (isJson()) {
            printJson(answer);
        } else {
            out().println(Plain.text(target.name()) + " is " + state + ".");
        }
        return Exit.DONE;
    }
}
