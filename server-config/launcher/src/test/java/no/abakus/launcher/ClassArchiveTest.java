package no.abakus.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which options {@code archive.sh} gives the JVM of a server, start after start. */
class ClassArchiveTest {

    @TempDir
    Path folder;

    private Path jdk;
    private Path jar;

    @BeforeEach
    void aJdkAndAServer() throws IOException {
        jdk = folder.resolve("jdk of mine");
        Files.createDirectories(jdk.resolve("lib/server"));
        Files.writeString(jdk.resolve("lib/server/libjvm.so"), "machine code");
        release("17.0.15");
        // Accepts an archive with these words, as a JVM accepts one whose checksums are right.
        Path java = Files.writeString(
                Files.createDirectories(jdk.resolve("bin")).resolve("java"),
                "#!/bin/sh\ngrep -q 'all classes' \"${1#-XX:SharedArchiveFile=}\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        jar = Files.writeString(folder.resolve("server.jar"), "first release");
    }

    private void release(String version) throws IOException {
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    private Path archives() {
        return folder.resolve("archives of it");
    }

    /** The options of the next start. */
    private List<String> start(Map<String, String> environment) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "bash",
                "-euc",
                ". ./archive.sh; use_class_archive \"$@\"; printf '%s\\n' ${archive_options[@]+\"${archive_options[@]}\"}",
                "run.sh"));
        Stream.of(archives(), jdk.resolve("bin/java"), jar, jar)
                .map(Path::toString)
                .forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().filter(line -> !line.isEmpty()).toList();
    }

    private List<String> start() throws Exception {
        return start(Map.of("ABAKUS_CLASS_ARCHIVE", "on"));
    }

    /** Does what the JVM does when the server stops. */
    private void stop(List<String> options, String content) throws IOException {
        assertThat(options).last().asString().startsWith("-XX:ArchiveClassesAtExit=" + archives() + "/new-");
        String option = options.get(options.size() - 1);
        Files.writeString(Path.of(option.substring(option.indexOf('=') + 1)), content);
    }

    private List<String> used() {
        return List.of("-Xlog:cds*=off", "-XX:SharedArchiveFile=" + archives().resolve("classes.jsa"), "-Xshare:auto");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(archives())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void the_archive_of_the_first_stop_serves_all_later_starts() throws Exception {
        stop(start(), "all classes");

        assertThat(start()).isEqualTo(used());
        assertThat(start()).isEqualTo(used());
        assertThat(files()).containsExactly("classes.jsa", "classes.key");
    }

    @Test
    void an_archive_that_was_cut_while_it_was_written_is_not_used() throws Exception {
        stop(start(), "all cla");

        stop(start(), "all classes");

        assertThat(start()).isEqualTo(used());
    }

    @Test
    void an_archive_that_has_changed_since_is_not_used() throws Exception {
        stop(start(), "all classes");
        start();
        Files.writeString(archives().resolve("classes.jsa"), "all classe!");

        stop(start(), "all classes");

        assertThat(start()).isEqualTo(used());
    }

    @Test
    void another_release_of_the_server_or_of_the_jdk_has_an_archive_of_its_own() throws Exception {
        stop(start(), "all classes");
        start();
        Files.writeString(jar, "second release");
        stop(start(), "all classes");
        assertThat(start()).isEqualTo(used());

        release("17.0.16");
        stop(start(), "all classes");
        assertThat(start()).isEqualTo(used());
    }

    @Test
    void an_archive_of_an_earlier_release_that_was_never_accepted_is_not_used() throws Exception {
        stop(start(), "all classes");
        Files.writeString(jar, "second release");

        assertThat(start()).last().asString().startsWith("-XX:ArchiveClassesAtExit=");
    }

    @Test
    void a_server_that_still_runs_keeps_its_files() throws Exception {
        Files.createDirectories(archives());
        long other = ProcessHandle.current().pid();
        Files.writeString(archives().resolve("new-" + other + ".key"), "key");
        Files.writeString(archives().resolve("new-" + other + ".jsa"), "half");

        start();

        assertThat(files()).contains("new-" + other + ".jsa", "new-" + other + ".key");
    }

    @Test
    void a_newer_jvm_is_silent_about_archives_too() throws Exception {
        release("25.0.3");

        assertThat(start()).contains("-Xlog:cds*=off", "-Xlog:aot*=off");
    }

    @Test
    void there_is_none_unless_it_is_turned_on() throws Exception {
        assertThat(start(Map.of())).isEmpty();
        assertThat(archives()).doesNotExist();
    }

    @Test
    void a_java_that_says_nothing_about_itself_starts_as_usual() throws Exception {
        Files.delete(jdk.resolve("release"));

        assertThat(start()).isEmpty();
    }
}
