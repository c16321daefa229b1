package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import no.abakus.it.server.Http;
import no.abakus.it.server.OnSharedServer;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Test;

/** A task of a web module has the names and resources of that module, although its listener is in another one. */
@OnSharedServer
final class ModuleContextIT {

    /** Far more than run concurrently, so that contexts are created, shared and reused. */
    private static final int TASKS = 64;

    @Test
    void bodies_on_all_listeners_see_the_names_of_their_own_module(Server server) throws Exception {
        Http operator = server.operator();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < TASKS; i++) {
            ids.add(operator.applyAsync("diagnostics.module", "{\"args\":[],\"countdown\":1,\"ignore_result\":false}"));
        }

        for (String id : ids) {
            assertThat(operator.get("/abakus/api/results/" + id + "?wait=20")
                            .json()
                            .path("result")
                            .asText())
                    .isEqualTo("abakus-sample");
        }
    }
}
