package no.abakus.logging.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongFunction;
import no.abakus.logging.LoggingSetting;
import no.abakus.logging.Severity;
import no.abakus.logging.json.LineSink;

/** Creates the output from the settings. */
public final class Outputs {
    private Outputs() {}

    /**
     * Returns the output according to {@code abakus.logging.output} and the related settings.
     *
     * @param note creates the line that says how many lines were dropped
     */
    public static LineOutput configured(LongFunction<byte[]> note) {
        LineSink target =
                switch (LoggingSetting.OUTPUT.text()) {
                    case "file" -> file();
                    case "both" -> both(new StandardOutput(), file());
                    default -> new StandardOutput();
                };
        if (LoggingSetting.WHEN_BLOCKED.text().equals("drop")) {
            int keepFrom = Severity.of(LoggingSetting.DROP_BELOW.text()).intValue();
            return new DroppingOutput(target, LoggingSetting.BUFFER_BYTES.number(), keepFrom, note);
        }
        return new BlockingOutput(target);
    }

    /** Returns an output in front of the given target; threads wait if the target does not keep up. */
    public static LineOutput blocking(LineSink target) {
        return new BlockingOutput(target);
    }

    private static RotatingFile file() {
        return new RotatingFile(
                Path.of(LoggingSetting.FILE.text()),
                LoggingSetting.FILE_MAX_BYTES.number(),
                LoggingSetting.FILE_KEEP.number());
    }

    /** Returns a sink that writes every line to both sinks, even if one of them fails. */
    private static LineSink both(LineSink first, LineSink second) {
        return (bytes, length) -> {
            IOException failure = null;
            try {
                first.accept(bytes, length);
            } catch (IOException unwritable) {
                failure = unwritable;
            }
            second.accept(bytes, length);
            if (failure != null) {
                throw failure;
            }
        };
    }
}
