package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.zip.ZipFile;
import no.abakus.it.server.Http;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Test;

/** The archive that people deploy: the task system and its console, with nobody's tasks and nobody's users. */
final class BareApplicationIT {

    private static final int PORT_OFFSET = 1610;
    private static final Duration BOOT = Duration.ofMinutes(4);

    @Test
    void it_holds_nothing_of_the_sample() throws Exception {
        try (ZipFile archive = new ZipFile(Server.bareArchive().toFile())) {
            assertThat(archive.stream().map(Object::toString)).noneMatch(name -> name.contains("sample"));
        }
    }

    @Test
    void it_deploys_alone_and_has_neither_the_samples_doors_nor_its_users() throws Exception {
        try (Server server =
                Server.fresh("bare", PORT_OFFSET, Server.bareArchive()).launch()) {
            server.operator().awaitStatus("/abakus/api/tasks", 200, BOOT);

            for (String path : List.of("/registrations", "/registrations/api/ledger/x")) {
                assertThat(server.http().get(path).status()).as(path).isEqualTo(404);
            }
            for (String user : List.of("webkom", "student1", "student2", "student3")) {
                Http asked = server.http().as(user, user);
                assertThat(asked.get("/abakus/api/tasks").status()).as(user).isEqualTo(401);
            }
            assertThat(server.operator().get("/abakus/api/tasks").body())
                    .doesNotContain("registrations", "diagnostics");
        }
    }
}
