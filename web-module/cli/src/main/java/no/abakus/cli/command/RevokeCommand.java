package no.abakus.cli.command;

import static no.abakus.cli.text.Plain.cell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import no.abakus.cli.rest.Api;
import no.abakus.cli.rest.Call;
import no.abakus.cli.rest.Exit;
import no.abakus.cli.rest.JsonText;
import no.abakus.cli.text.Plain;
import no.abakus.cli.text.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Revokes tasks. */
@Command(name = "revoke", description = "Revokes tasks, so that they do not run.")
final class RevokeCommand extends ConsoleCommand {

    @Parameters(arity = "1..*", paramLabel = "ID", description = "Ids of the tasks.")
    private List<String> ids = List.of();

    @Option(names = "--terminate", description = "Also interrupts the tasks that are running.")
    private boolean isTerminating;

    @Override
    Exit run(Api api) {
        ObjectNode body = JsonText.object().put("terminate", isTerminating);
        ids.forEach(body.putArray("ids")::add);
        JsonNode report = api.post(Call.of("control", "revoke"), body);
        if (isJson()) {
            printJson(report);
            return Exit.DONE;
        }
        Table table = new Table("ID", "OUTCOME");
        report.path("tasks").properties().forEach(task -> table.row(Plain.text(task.getKey()), cell(task.getValue())));
        table.print(out(), cell(report.path("outcome")));
        return Exit.DONE;
    }
}
