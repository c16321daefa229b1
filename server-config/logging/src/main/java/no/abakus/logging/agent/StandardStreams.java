package no.abakus.logging.agent;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;

/**
 * The Java agent. After it starts, each line printed to {@code System.out} and {@code System.err} becomes a line of
 * JSON on stdout, with the printing thread's context. The logger of the line is {@code stdout} (level info) or {@code
 * stderr} (level error), as on WildFly.
 *
 * <p>Start the JVM with {@code -javaagent:abakus-logging.jar}, and keep the server from replacing the streams again.
 * Output of the JVM itself does not pass through these streams.
 */
public final class StandardStreams {
    private StandardStreams() {}

    /**
     * Replaces the standard streams. The JVM calls this before the application's {@code main}.
     *
     * @param arguments the text after {@code =} in {@code -javaagent}; there are no options
     */
    public static void premain(String arguments) {
        ServerHandler handler = new ServerHandler();
        System.setOut(stream(new PrintedLine("stdout", Level.INFO, handler)));
        System.setErr(stream(new PrintedLine("stderr", Level.SEVERE, handler)));
    }

    private static PrintStream stream(PrintedLine line) {
        return new PrintStream(new PrintedLines(line), true, StandardCharsets.UTF_8);
    }
}
