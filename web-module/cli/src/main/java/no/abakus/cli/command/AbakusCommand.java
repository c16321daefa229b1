package no.abakus.cli.command;

import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The program's name, its help, and all its commands. */
@Command(
        name = "abakus",
        description = "Watches and steers tasks through the console of a server.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        usageHelpWidth = 110,
        version = "abakus 0.1",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  ABAKUS_URL       address of the console, by default http://127.0.0.1:8080/abakus",
            "  ABAKUS_USER      user, by default operator",
            "  ABAKUS_PASSWORD  password; you are asked for it if --password-file is missing, too"
        },
        // A fault of the program must not look like a task that failed.
        exitCodeOnExecutionException = 4,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done; status: the system is well; result: the task succeeded",
            "1:the system is not well, or the task did not succeed",
            "2:the command line is wrong",
            "3:the server refused the call",
            "4:the server failed, or could not be reached",
            "5:the task has not ended within the time of --wait"
        },
        subcommands = {
            StatusCommand.class,
            TasksCommand.class,
            CallCommand.class,
            ResultCommand.class,
            WhyCommand.class,
            FailuresCommand.class,
            RetryCommand.class,
            RevokeCommand.class,
            QueuesCommand.class,
            PauseCommand.class,
            ResumeCommand.class,
            WorkersCommand.class,
            TailCommand.class,
            GenerateCompletion.class
        })
public final class AbakusCommand {}
