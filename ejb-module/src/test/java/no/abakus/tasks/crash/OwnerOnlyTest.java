package no.abakus.tasks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder with the file database is closed, wherever the notes of the running tasks are. */
class OwnerOnlyTest {

    @TempDir
    Path data;

    @Test
    void a_folder_that_was_open_to_all_is_closed() throws IOException {
        Path ours = Files.createDirectory(data.resolve("abakus"));
        Files.setPosixFilePermissions(ours, PosixFilePermissions.fromString("rwxr-xr-x"));

        OwnerOnly.inDataFolder(data);

        assertThat(permissions(ours)).isEqualTo("rwx------");
    }

    @Test
    void a_folder_that_is_missing_is_closed_before_the_database_is_in_it() throws IOException {
        OwnerOnly.inDataFolder(data);

        assertThat(permissions(data.resolve("abakus"))).isEqualTo("rwx------");
    }

    @Test
    void the_data_folder_of_the_server_keeps_its_permissions() throws IOException {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-x---"));

        OwnerOnly.inDataFolder(data);

        assertThat(permissions(data)).isEqualTo("rwxr-x---");
    }

    @Test
    void a_folder_that_cannot_be_created_is_left_out() throws IOException {
        Path file = Files.createFile(data.resolve("file"));

        OwnerOnly.inDataFolder(file);

        assertThat(file).isRegularFile();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
