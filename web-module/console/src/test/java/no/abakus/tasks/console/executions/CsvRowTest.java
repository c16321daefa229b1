package no.abakus.tasks.console.executions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.operate.EndedTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvRowTest {

    private static ExecutionView failed(String message, String arguments) {
        return ExecutionView.of(new EndedTask(
                1,
                "t-1",
                0,
                "mail.send",
                Optional.empty(),
                "a",
                TaskState.FAILURE,
                Optional.empty(),
                Optional.empty(),
                Instant.parse("2030-01-01T12:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                "t-1",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.of(arguments),
                Optional.empty(),
                Optional.of(message),
                Optional.empty(),
                1,
                true));
    }

    @Test
    void a_row_has_a_field_for_each_column() {
        assertThat(CsvRow.head()).startsWith("task_id,name,state,queue,worker,").endsWith(",weight,retryable\r\n");
        assertThat(CsvRow.of(failed("no answer", "17")))
                .isEqualTo("t-1,mail.send,FAILURE,,a,,,,2030-01-01T12:00:00Z,,,0,,,no answer,,17,,t-1,1,true\r\n");
    }

    @Test
    void separators_and_quotation_marks_stay_inside_their_field() {
        assertThat(CsvRow.of(failed("a, b", "say \"x\"\r\ny")))
                .contains(",\"a, b\",")
                .contains(",\"say \"\"x\"\"\r\ny\",");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"=1+1,'=1+1", "+1,'+1", "-1,'-1", "@SUM(A1),'@SUM(A1)"})
    void no_text_is_a_formula(String text, String field) {
        assertThat(CsvRow.of(failed("x", text))).contains("," + field + ",");
    }
}
