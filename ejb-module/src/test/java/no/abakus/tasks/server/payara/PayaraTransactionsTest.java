package no.abakus.tasks.server.payara;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.transaction.Transactional;
import java.lang.annotation.Annotation;
import java.util.HashSet;
import java.util.Set;
import no.abakus.shop.ShopService;
import org.junit.jupiter.api.Test;

/** Which beans are bound, and to what. */
class PayaraTransactionsTest {

    /** Notes the bindings that beans have got. */
    static final class Bindings implements Extension {
        private final Set<String> found = new HashSet<>();

        void note(@Observes ProcessManagedBean<?> bean) {
            String type = bean.getBean().getBeanClass().getSimpleName();
            add(type, bean.getAnnotatedBeanClass().getAnnotations());
            bean.getAnnotatedBeanClass()
                    .getMethods()
                    .forEach(method -> add(type + "." + method.getJavaMember().getName(), method.getAnnotations()));
        }

        private void add(String where, Set<Annotation> annotations) {
            annotations.stream()
                    .map(Annotation::annotationType)
                    .filter(type -> type.getPackage().equals(InTransaction.class.getPackage()))
                    .forEach(type -> found.add(where + " " + type.getSimpleName()));
        }
    }

    private static Set<String> bindings(boolean isPayara, Class<?>... beans) {
        Bindings bindings = new Bindings();
        try (SeContainer container = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(new PayaraTransactions(isPayara), bindings)
                .addBeanClasses(beans)
                .initialize()) {
            return bindings.found;
        }
    }

    @Test
    void beans_of_the_application_are_bound_for_tasks_alone() {
        assertThat(bindings(true, ShopService.class))
                .containsExactlyInAnyOrder(
                        "ShopService.order InTransactionOfTask", "ShopService.bill InTransactionOfTask");
    }

    @Test
    void our_own_beans_are_bound_everywhere() {
        assertThat(bindings(true, Ours.class)).containsExactly("Ours InTransaction");
    }

    @Test
    void on_another_server_nothing_is_bound() {
        assertThat(bindings(false, ShopService.class, Ours.class)).isEmpty();
    }

    /** As {@code TransactionBoundaries}. */
    @Transactional
    @ApplicationScoped
    static class Ours {
        void work() {}
    }
}
