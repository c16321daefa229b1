package no.abakus.tasks.console.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import no.abakus.tasks.operate.BulkAction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulkBodyTest {

    @ParameterizedTest
    @CsvSource({
        "reason:unknown-task, DELETE",
        "task:mail.send, DELETE",
        "'', DELETE",
        "state:failed, FORGET",
        "task:mail.send age>1d, DELETE",
        "task:mail.send took>5s, FORGET",
        "no such term, DELETE"
    })
    void delete_means_executions_where_only_they_have_what_the_query_names(String q, BulkAction action) {
        BulkBody body = new BulkBody("delete", q, null, null, null, null);

        assertThat(body.checkedAction()).isEqualTo(action);
    }
}
