package no.abakus.tasks.testing;

import java.util.ArrayList;
import java.util.List;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.port.OptionsFormat;

/** Writes options as a number, and remembers which options each number stands for. */
public final class WrittenOptions implements OptionsFormat {

    /** All options so far: the stores of two nodes in one test read each other's. */
    private static final List<TaskOptions> WRITTEN = new ArrayList<>();

    @Override
    public String writeOptions(TaskOptions options) {
        synchronized (WRITTEN) {
            WRITTEN.add(options);
            return String.valueOf(WRITTEN.size() - 1);
        }
    }

    @Override
    public TaskOptions readOptions(String text) {
        synchronized (WRITTEN) {
            return WRITTEN.get(Integer.parseInt(text));
        }
    }
}
