package no.abakus.tasks.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.TaskNotFoundException;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskSignature;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.testing.InMemoryTransport;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;

/** Calls of another application's tasks through an interface that both applications compile against. */
class SharedInterfaceTest {

    public record Receipt(long order, String text) {}

    /** What both applications have. */
    interface Invoices {
        @AbakusTask(name = "billing.invoice", queue = "invoices")
        Receipt make(long order);

        @AbakusTask(name = "billing.remind")
        void remind(String customer);

        @AbakusTask(name = "billing.later", queue = "invoices")
        CompletionStage<Receipt> later(long order);

        @AbakusTask
        void nameless();

        void unmarked();
    }

    /** What only the other application has. */
    static class Billing implements Invoices {
        private String reminded = "";

        @Override
        @AbakusTask(name = "billing.invoice", queue = "invoices")
        public Receipt make(long order) {
            return new Receipt(order, "paid");
        }

        @Override
        @AbakusTask(name = "billing.remind")
        public void remind(String customer) {
            reminded = customer;
        }

        @Override
        @AbakusTask(name = "billing.later", queue = "invoices")
        public CompletionStage<Receipt> later(long order) {
            return CompletableFuture.completedStage(new Receipt(order, "later"));
        }

        @Override
        public void nameless() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void unmarked() {
            throw new UnsupportedOperationException();
        }
    }

    private final Workbench shop = new Workbench().set("abakus.tasks.routing.external-queues", "invoices");

    @Test
    void the_call_goes_to_the_queue_that_the_interface_declares_in_the_application_that_the_call_names() {
        shop.tasks().call(Invoices::make, 17L).application("billing").applyAsync();
        shop.tasks()
                .call(Invoices::make, 17L)
                .application("billing")
                .queue("slow")
                .applyAsync();
        shop.tasks().call(Invoices::remind, "ann").application("billing").applyAsync();

        assertThat(shop.transport().sent())
                .extracting(InMemoryTransport.Sent::route)
                .containsExactly(
                        new Route("billing/invoices", 4),
                        new Route("billing/slow", 4),
                        new Route("billing/default", 4));
        assertThat(shop.transport().sent())
                .extracting(sent -> sent.message().task())
                .containsExactly("billing.invoice", "billing.invoice", "billing.remind");
    }

    @Test
    void the_result_has_the_type_that_the_interface_declares() {
        Workbench billing = shop.secondNode("billing").queue("invoices").register(new Billing());
        AsyncResult<Receipt> made =
                shop.tasks().call(Invoices::make, 17L).ignoreResult(false).applyAsync();
        AsyncResult<CompletionStage<Receipt>> later =
                shop.tasks().call(Invoices::later, 17L).ignoreResult(false).applyAsync();

        billing.runDue();

        assertThat(made.get(Duration.ZERO)).isEqualTo(new Receipt(17, "paid"));
        assertThat(later.get(Duration.ZERO).toCompletableFuture()).isCompletedWithValue(new Receipt(17, "later"));
    }

    @Test
    void the_application_that_has_the_task_calls_its_own() {
        Billing bean = new Billing();
        Workbench billing = Workbench.of(bean).queue("invoices");

        billing.tasks().delay(Invoices::remind, "bob");
        billing.runDue();

        assertThat(bean.reminded).isEqualTo("bob");
    }

    @Test
    void a_link_to_the_task_is_a_signature_with_its_queue() {
        TaskSignature signature = shop.tasks().signature(Invoices::make);

        assertThat(signature.task()).isEqualTo("billing.invoice");
        assertThat(signature.options().get(TaskOption.QUEUE)).contains("invoices");
    }

    @Test
    void a_call_that_leads_to_no_application_is_refused() {
        assertThatThrownBy(() -> shop.tasks().delay(Invoices::remind, "ann"))
                .isInstanceOf(TaskNotFoundException.class)
                .hasMessageContaining("No task is called 'billing.remind' here");
        assertThat(shop).sentNothing();
    }

    @Test
    void a_method_that_names_no_task_is_refused() {
        assertThatThrownBy(() -> shop.tasks().delay(Invoices::nameless))
                .isInstanceOf(TaskNotFoundException.class)
                .hasMessageContaining("on an interface, with the task's name");
        assertThatThrownBy(() -> shop.tasks().delay(Invoices::unmarked)).isInstanceOf(TaskNotFoundException.class);
    }
}
