package no.abakus.tasks.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import no.abakus.tasks.config.ResultConfig;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.message.JsonTaskSerializer;
import no.abakus.tasks.port.Transactions;
import no.abakus.tasks.port.Transport;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.InMemoryResults;
import no.abakus.tasks.testing.SampleMessages;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;

/** Whether a send may hang if it is first recorded in a database. */
class RecordingTransportTest {

    private static final TaskMessage KEPT =
            SampleMessages.draft("1").ignoreResult(false).message();
    private static final TaskMessage NOT_KEPT = SampleMessages.minimal("2");

    @Test
    void what_is_not_kept_may_hang_as_the_broker_may() {
        assertThat(over(true).mayHang(NOT_KEPT)).isTrue();
        assertThat(over(false).mayHang(NOT_KEPT)).isFalse();
    }

    @Test
    void what_is_kept_may_hang_whatever_the_broker_does() {
        assertThat(over(true).mayHang(KEPT)).isTrue();
        assertThat(over(false).mayHang(KEPT)).isTrue();
    }

    private static RecordingTransport over(boolean brokerMayHang) {
        ResultConfig config = new ResultConfig("java:/Results", Duration.ofHours(1), Duration.ofDays(2), 64, 1_000);
        Transactions transactions = new Workbench().transactions();
        TaskRecords records = new TaskRecords(
                new InMemoryResults(),
                new ResultCodec(new JsonTaskSerializer(), config),
                news -> {},
                transactions,
                config,
                TaskClock.system(),
                "node-a");
        Transport broker = new Transport() {
            @Override
            public void send(Route route, TaskMessage message) {
                throw new IllegalStateException("Nothing is sent here");
            }

            @Override
            public boolean mayHang(TaskMessage message) {
                return brokerMayHang;
            }
        };
        return new RecordingTransport(broker, records, transactions);
    }
}
