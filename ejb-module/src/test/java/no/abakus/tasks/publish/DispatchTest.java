package no.abakus.tasks.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.Transactions;
import no.abakus.tasks.port.Transport;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.SampleMessages;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which thread sends a task. */
class DispatchTest {

    private final ExecutorService threads = Executors.newSingleThreadExecutor();

    @AfterEach
    void endThreads() {
        threads.shutdown();
    }

    /** Records which thread it was called on. */
    private static final class NotingTransport implements Transport {
        private final boolean mayHang;
        private Thread sender;

        private NotingTransport(boolean mayHang) {
            this.mayHang = mayHang;
        }

        @Override
        public boolean mayHang(TaskMessage message) {
            return mayHang;
        }

        @Override
        public void send(Route route, TaskMessage message) {
            sender = Thread.currentThread();
        }
    }

    @Test
    void a_send_that_may_hang_runs_on_a_thread_that_its_sender_can_leave_behind() {
        assertThat(senderOf(true, new Workbench().transactions())).isNotSameAs(Thread.currentThread());
    }

    @Test
    void a_send_that_cannot_hang_stays_on_its_senders_thread() {
        assertThat(senderOf(false, new Workbench().transactions())).isSameAs(Thread.currentThread());
    }

    @Test
    void a_send_in_a_transaction_stays_on_the_thread_of_that() {
        Transactions transactions = new Workbench().transactions();

        Thread sender = transactions.own(() -> senderOf(true, transactions));

        assertThat(sender).isSameAs(Thread.currentThread());
    }

    private Thread senderOf(boolean mayHang, Transactions transactions) {
        NotingTransport transport = new NotingTransport(mayHang);
        new Dispatch(
                        transport,
                        transport,
                        expired -> {},
                        (route, message) -> {},
                        transactions,
                        TaskClock.system(),
                        new SendLimit(threads))
                .send(new Prepared(
                        List.of(new Prepared.Copy(SampleMessages.minimal("1"), new Route("mail", 4))),
                        TaskOptions.empty(),
                        Optional.empty()));
        return transport.sender;
    }
}
