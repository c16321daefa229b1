package no.abakus.tasks.server.payara;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.testing.Workbench;
import no.abakus.tasks.testing.WorkbenchExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A transactional method of the application is treated specially below a task, and nowhere else. */
@ExtendWith(WorkbenchExtension.class)
class InTransactionOfTaskInterceptorTest {

    private final List<String> calls = new ArrayList<>();

    private final ComponentsTransaction component = () -> {
        calls.add("told");
        return () -> calls.add("untold");
    };

    private final InTransactionOfTaskInterceptor interceptor =
            new InTransactionOfTaskInterceptor(Optional.of(component));

    /** Calls a transactional method from a task. */
    public final class Shop {

        @AbakusTask(name = "shop.bill")
        public void bill() throws Exception {
            transactional();
        }
    }

    private void transactional() throws Exception {
        interceptor.around((InvocationContext) Proxy.newProxyInstance(
                InvocationContext.class.getClassLoader(),
                new Class<?>[] {InvocationContext.class},
                (proxy, method, arguments) -> calls.add(method.getName())));
    }

    @Test
    void below_a_task_its_connections_join_the_transaction(Workbench bench, Tasks tasks) {
        bench.register(new Shop());

        tasks.call("shop.bill").applyAsync();
        bench.runDue();

        assertThat(calls).containsExactly("told", "proceed", "untold");
    }

    @Test
    void elsewhere_it_only_proceeds() throws Exception {
        transactional();

        assertThat(calls).containsExactly("proceed");
    }

    @Test
    void after_a_task_its_thread_is_like_any_other(Workbench bench, Tasks tasks) throws Exception {
        bench.register(new Shop());
        tasks.call("shop.bill").applyAsync();
        bench.runDue();
        calls.clear();

        transactional();

        assertThat(calls).containsExactly("proceed");
    }
}
