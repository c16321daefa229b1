package no.abakus.cli.command;

import picocli.CommandLine.Command;

/** Pauses a queue or a task on all nodes, until it is resumed. */
@Command(name = "pause", description = "Pauses a queue or a task on all nodes, until it is resumed.")
final class PauseCommand extends TargetCommand {

    PauseCommand() {
        super("pause", "paused");
    }
}
