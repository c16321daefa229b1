package no.abakus.tasks.bulk.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.H2File;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.port.BulkStore;
import no.abakus.tasks.testing.BulkStoreContract;
import no.abakus.tasks.testing.EachAlone;
import no.abakus.tasks.testing.WrittenOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2BulksTest extends BulkStoreContract {

    @TempDir
    Path folder;

    @Override
    protected BulkStore store() {
        return new JdbcBulks(new Database(() -> H2File.in(folder), new EachAlone()), Owner.PLAIN, new WrittenOptions());
    }

    @Test
    void an_operation_of_another_application_is_neither_found_nor_carried_on() throws Exception {
        BulkStore mine = store();
        BulkStore ofTheShop = new JdbcBulks(
                new Database(() -> H2File.in(folder), new EachAlone()), new Owner("shop"), new WrittenOptions());
        ofTheShop.add(preview("b1", List.of()));
        assertThat(ofTheShop.start("b1", THEN)).isTrue();

        assertThat(mine.find("b1")).isEmpty();
        assertThat(mine.running()).isEmpty();
        assertThat(ofTheShop.running()).containsExactly("b1");
    }

    @Test
    void an_operation_of_another_application_is_neither_started_nor_taken_nor_stopped() throws Exception {
        BulkStore mine = store();
        BulkStore ofTheShop = new JdbcBulks(
                new Database(() -> H2File.in(folder), new EachAlone()), new Owner("shop"), new WrittenOptions());
        ofTheShop.add(preview("b1", List.of()));

        assertThat(mine.start("b1", THEN)).isFalse();
        assertThat(ofTheShop.start("b1", THEN)).isTrue();
        assertThat(mine.lease("b1", "a", THEN, THEN.plusSeconds(10))).isFalse();
        assertThat(mine.end("b1", false, THEN)).isFalse();
        assertThat(ofTheShop.running()).containsExactly("b1");
    }
}
