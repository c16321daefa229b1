package no.abakus.tasks.port;

import no.abakus.tasks.TaskOptions;

/** Writes the options of a call as text, for a store that keeps them. */
public interface OptionsFormat {

    /**
     * The options as text.
     *
     * @throws no.abakus.tasks.TaskException if a value cannot be written
     */
    String writeOptions(TaskOptions options);

    /**
     * Reads what {@link #writeOptions} wrote.
     *
     * @throws no.abakus.tasks.TaskOptionException if the text cannot be read, for example because it has an option of a
     *     later release
     */
    TaskOptions readOptions(String text);
}
