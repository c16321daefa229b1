package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.abakus.it.server.Http;
import no.abakus.it.server.OnSharedServer;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Test;

/** Other users of the machine can read neither arguments, nor results, nor messages that wait at the broker. */
@OnSharedServer
final class OwnersDataIT {

    private static final Set<PosixFilePermission> OF_OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);
    private static final Set<PosixFilePermission> DOOR_FOR_OTHERS =
            Set.of(PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);

    @Test
    void nobody_but_the_owner_reaches_the_files_with_tasks(Server server) throws Exception {
        Http http = server.operator();
        String id = http.applyAsync("diagnostics.add", "{\"args\":[1,2],\"ignore_result\":false}");
        http.get("/abakus/api/results/" + id + "?wait=20");
        List<Path> data;
        try (Stream<Path> files = Files.walk(server.base())) {
            data = files.filter(OwnersDataIT::holdsTasks).toList();
        }

        assertThat(data).isNotEmpty().allSatisfy(file -> assertThat(isReachable(file, server.base()))
                .as(file.toString())
                .isFalse());
    }

    private static boolean holdsTasks(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file)
                && (name.endsWith(".mv.db") || name.endsWith(".amq") || name.equals("running-tasks.bin"));
    }

    private static boolean isReachable(Path file, Path base) {
        if (permissions(file).stream().noneMatch(OF_OTHERS::contains)) {
            return false;
        }
        for (Path folder = file.getParent(); folder.startsWith(base); folder = folder.getParent()) {
            if (permissions(folder).stream().noneMatch(DOOR_FOR_OTHERS::contains)) {
                return false;
            }
        }
        return true;
    }

    private static Set<PosixFilePermission> permissions(Path path) {
        try {
            return Files.getPosixFilePermissions(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
