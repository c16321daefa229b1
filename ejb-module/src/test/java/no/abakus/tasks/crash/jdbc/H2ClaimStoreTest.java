package no.abakus.tasks.crash.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.H2File;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.port.ClaimStore;
import no.abakus.tasks.testing.ClaimStoreContract;
import no.abakus.tasks.testing.EachAlone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2ClaimStoreTest extends ClaimStoreContract {

    @TempDir
    Path folder;

    @Override
    protected ClaimStore store() {
        return new JdbcClaimStore(new Database(() -> H2File.in(folder), new EachAlone()), Owner.PLAIN);
    }

    /**
     * If two applications on a server shared a run, the second would take the first for another node of the same name.
     */
    @Test
    void another_application_on_the_same_node_has_a_run_of_its_own() {
        Duration patience = Duration.ofMinutes(1);
        ClaimStore mine = store();
        ClaimStore ofTheShop =
                new JdbcClaimStore(new Database(() -> H2File.in(folder), new EachAlone()), new Owner("shop"));
        mine.beat("node-a", "a");
        ofTheShop.beat("node-a", "b");

        assertThat(mine.otherRun("node-a", "a", patience)).isEmpty();
        assertThat(ofTheShop.otherRun("node-a", "b", patience)).isEmpty();
        assertThat(mine.otherRun("node-a", "c", patience)).contains("a");
    }
}
