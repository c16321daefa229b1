package no.abakus.logging.server;

import java.io.IOException;
import no.abakus.logging.output.LineOutput;
import no.abakus.logging.output.Outputs;

/** The one output of the process, shared by all handlers so that their lines do not mix. */
final class ServerOutput {
    private static final LineOutput SHARED = open();

    private ServerOutput() {}

    static LineOutput shared() {
        return SHARED;
    }

    private static LineOutput open() {
        LineOutput output = Outputs.configured(count -> ServerLines.shared().missing(count));
        // Without this hook, the last lines of the process could be lost.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(output), "abakus-log-flush"));
        return output;
    }

    private static void close(LineOutput output) {
        try {
            ServerLines.shared().writeSummaries(output);
            output.close();
        } catch (IOException unwritable) {
            // This error cannot be reported elsewhere.
            return;
        }
    }
}
