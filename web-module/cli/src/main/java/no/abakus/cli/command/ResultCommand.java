package no.abakus.cli.command;

import no.abakus.cli.rest.Api;
import no.abakus.cli.rest.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the result of a task. */
@Command(name = "result", description = "Prints the state of a task, and its value or its exception.")
final class ResultCommand extends ConsoleCommand {

    @Parameters(paramLabel = "ID", description = "Id of the task.")
    private String id;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "Waits this long for the task to end; the exit code is 5 if it has not ended by then.")
    private double wait;

    @Mixin
    private BarOption bar;

    @Override
    Exit run(Api api) throws InterruptedException {
        return new Outcome(this, api, bar.isWanted()).print(id, span("--wait", wait));
    }
}
