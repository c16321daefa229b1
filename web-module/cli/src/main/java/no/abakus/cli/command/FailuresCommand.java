package no.abakus.cli.command;

import static no.abakus.cli.text.Plain.cell;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import no.abakus.cli.rest.Api;
import no.abakus.cli.rest.Call;
import no.abakus.cli.rest.Exit;
import no.abakus.cli.text.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists groups of failures. */
@Command(
        name = "failures",
        description = "Lists failures, grouped by exception and place. Terms such as task:mail.* select groups.")
final class FailuresCommand extends ConsoleCommand {

    @Parameters(arity = "0..*", paramLabel = "TERM", description = "Terms that must all match.")
    private List<String> terms = List.of();

    @Option(names = "--limit", paramLabel = "COUNT", defaultValue = "200", description = "At most this many, 1 to 200.")
    private int limit;

    @Option(names = "--after", paramLabel = "CURSOR", description = "Starts where the previous page ended.")
    private String after;

    @Override
    Exit run(Api api) {
        JsonNode groups = api.get(Call.of("failures")
                .with("q", String.join(" ", terms))
                .with("limit", limit)
                .with("after", after));
        if (isJson()) {
            printJson(groups);
            return Exit.DONE;
        }
        Table table = new Table("LAST", "TOTAL", "TASK", "ERROR", "AT", "SAMPLE", "GROUP");
        groups.path("items")
                .forEach(group -> table.row(
                        cell(group.path("date_last")),
                        cell(group.path("total")),
                        cell(group.path("name")),
                        cell(group.path("error_type")),
                        cell(group.path("frame")),
                        cell(group.path("sample_id")),
                        cell(group.path("group"))));
        table.print(out(), "Nothing has failed.");
        if (groups.path("next").isTextual()) {
            out().println("More: --after " + cell(groups.path("next")));
        }
        return Exit.DONE;
    }
}
