package no.abakus.it.collector;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import no.abakus.it.server.Line;

/** A program that follows a file of lines and stores records. */
public enum Collector {
    RSYSLOG("rsyslogd", "apt-get install rsyslog") {
        @Override
        List<String> command(Path configuration, Path folder) {
            return List.of(
                    program(),
                    "-n",
                    "-f",
                    configuration.toString(),
                    "-i",
                    folder.resolve("pid").toString());
        }
    },
    SYSLOG_NG("syslog-ng", "apt-get install syslog-ng-core, or .ci/collectors where rsyslog is installed") {
        @Override
        List<String> command(Path configuration, Path folder) {
            return List.of(
                    program(),
                    "--foreground",
                    "--no-caps",
                    "--cfgfile=" + configuration,
                    "--pidfile=" + folder.resolve("pid"),
                    "--control=" + folder.resolve("control"),
                    "--persist-file=" + folder.resolve("persist"));
        }
    };

    private static final Path EXAMPLES = Path.of("..", "..", "server-config", "logging", "collectors");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String program;
    private final String howToInstall;

    Collector(String program, String howToInstall) {
        this.program = program;
        this.howToInstall = howToInstall;
    }

    public String program() {
        return program;
    }

    public String howToInstall() {
        return howToInstall;
    }

    public boolean isInstalled() {
        return Stream.concat(Stream.of(System.getenv("PATH").split(File.pathSeparator)), Stream.of("/usr/sbin"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    abstract List<String> command(Path configuration, Path folder);

    /** Lets it read the lines with its worked example, and returns its records once there are as many. */
    public List<Line> collect(List<Line> lines, Path folder) throws IOException, InterruptedException {
        Path example = EXAMPLES.resolve(program.equals("rsyslogd") ? "rsyslog.conf" : program + ".conf");
        Path configuration = Files.writeString(
                folder.resolve("collector.conf"),
                Files.readString(example)
                        .replace("/var/log/abakus", folder.toString())
                        .replace("/var/spool/rsyslog", folder.toString()));
        Files.write(folder.resolve("stdout.log"), lines.stream().map(Line::text).toList());
        ProcessBuilder starting = new ProcessBuilder(command(configuration, folder));
        starting.environment().merge("PATH", "/usr/sbin", (path, sbin) -> path + File.pathSeparator + sbin);
        Process process = starting.redirectErrorStream(true)
                .redirectOutput(folder.resolve("collector.out").toFile())
                .start();
        try {
            return records(folder, lines.size(), process);
        } finally {
            process.destroy();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private static List<Line> records(Path folder, int count, Process process) {
        Path file = folder.resolve("records.json");
        Path said = folder.resolve("collector.out");
        return await(count + " records; the collector's own words are in " + said)
                .atMost(PATIENCE)
                .failFast("the collector has ended", () -> !process.isAlive())
                .until(() -> lines(file), records -> records.size() >= count)
                .stream()
                .map(Line::of)
                .toList();
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
    }
}
