package no.abakus.cli.command;

import static no.abakus.cli.text.Plain.cell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import no.abakus.cli.rest.Api;
import no.abakus.cli.rest.Call;
import no.abakus.cli.rest.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends a task. */
@Command(
        name = "call",
        description = {
            "Sends a task and prints its id.",
            "A value that is not JSON is a string: abakus call mail.send anna 3 '{\"urgent\":true}'"
        })
final class CallCommand extends ConsoleCommand {

    @Parameters(index = "0", paramLabel = "TASK", description = "Name of the task.")
    private String task;

    @Parameters(index = "1..*", paramLabel = "VALUE", description = "Arguments by position.")
    private List<String> values = List.of();

    @Mixin
    private Arguments arguments;

    @Option(names = "--wait", paramLabel = "SECONDS", description = "Keeps the result, waits for it and prints it.")
    private Double wait;

    @Mixin
    private BarOption bar;

    @Override
    Exit run(Api api) throws InterruptedException {
        ObjectNode body = arguments.body(values);
        if (wait != null && body.path("ignore_result").asBoolean()) {
            throw wrong("--wait needs a result, but ignore_result=true asks for none: leave one of them out");
        }
        Duration patience = wait == null ? Duration.ZERO : span("--wait", wait);
        if (wait != null && !body.has("ignore_result")) {
            body.put("ignore_result", false);
        }
        JsonNode sent = api.post(Call.of("tasks", task, "apply-async"), body);
        if (wait != null) {
            return new Outcome(this, api, bar.isWanted())
                    .print(sent.path("task_id").asText(), patience);
        }
        if (isJson()) {
            printJson(sent);
        } else {
            out().println(cell(sent.path("task_id")));
        }
        return Exit.DONE;
    }
}
