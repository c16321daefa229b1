package no.abakus.tasks.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.TaskOptionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** This module has none of the optional libraries, like an application that sends JSON alone. */
class JsonAloneTest {

    private static final String FORMATS = "no.abakus:abakus-jackson-formats";

    static final class Job {
        final List<String> seen = new ArrayList<>();

        @AbakusTask(name = "job.run")
        public void run(String text) {
            seen.add(text);
        }
    }

    private final Job job = new Job();
    private final Workbench bench = Workbench.of(job);

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zlib"})
    void json_with_the_jdks_compressors_needs_no_library(String compression) {
        bench.tasks().call(Job::run, "hei").compression(compression).applyAsync();
        bench.runDue();

        assertThat(job.seen).containsExactly("hei");
    }

    @ParameterizedTest
    @CsvSource({
        "bzip2, org.apache.commons:commons-compress",
        "bzip, org.apache.commons:commons-compress",
        "xz, org.tukaani:xz",
        "zstd, com.github.luben:zstd-jni"
    })
    void a_call_that_needs_a_missing_compressor_is_refused_and_told_what_to_add(String compression, String artifact) {
        assertThatThrownBy(() -> bench.tasks()
                        .call(Job::run, "hei")
                        .compression(compression)
                        .applyAsync())
                .isInstanceOf(TaskOptionException.class)
                .hasMessageContaining(
                        "'" + compression + "' needs " + artifact + ", which this application does not have")
                .hasMessageContaining("add that dependency, or use one of [gzip, zlib]");
        assertThat(bench).sentNothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yaml", "msgpack", "cbor"})
    void a_call_that_needs_a_missing_serializer_is_refused_and_told_what_to_add(String serializer) {
        assertThatThrownBy(() -> bench.tasks()
                        .call(Job::run, "hei")
                        .serializer(serializer)
                        .applyAsync())
                .isInstanceOf(TaskOptionException.class)
                .hasMessageContaining("'" + serializer + "' needs " + FORMATS)
                .hasMessageContaining("or use one of [json]");
        assertThat(bench).sentNothing();
    }

    @Test
    void a_setting_that_names_a_missing_serializer_stops_the_start() {
        bench.set("abakus.tasks.body.accept", "json, cbor").set("abakus.tasks.body.serializer", "cbor");

        assertThatThrownBy(() -> bench.tasks().call(Job::run, "hei").applyAsync())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'cbor' (abakus.tasks.body.accept) needs " + FORMATS)
                .hasMessageContaining("'cbor' (abakus.tasks.body.serializer) needs " + FORMATS);
    }
}
