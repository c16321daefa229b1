package no.abakus.cli.command;

import picocli.CommandLine.Command;

/** Takes paused tasks again. */
@Command(name = "resume", description = "Takes paused tasks again.")
final class ResumeCommand extends TargetCommand {

    ResumeCommand() {
        super("resume", "resumed");
    }
}
