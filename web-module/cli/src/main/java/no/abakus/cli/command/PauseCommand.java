package no.abakus.cli.command;

import picocli.CommandLine.Command;

/** Stops taking tasks of a queue or of a name, on all nodes, until resume. */
@Command(name = "pause", description = "Stops taking tasks of a queue or of a name, on all nodes, until resume.")
final class PauseCommand extends TargetCommand {

    PauseCommand() {
        super("pause", "paused");
    }
}
