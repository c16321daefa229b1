package no.abakus.tasks.testing;

import java.lang.reflect.Constructor;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.Tasks;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives every JUnit test a new {@link Workbench}. Test methods and {@code @BeforeEach} methods can have these
 * parameters: {@link Workbench}, {@link Tasks}, {@link TaskRequest}, {@link SettableClock}, {@link InMemoryTransport}
 * and {@link RecordingEvents}.
 *
 * <pre>{@code
 * @RegisterExtension
 * final WorkbenchExtension kit = WorkbenchExtension.with(bench -> bench.register(new Mailer()));
 *
 * @Test
 * void greets(Tasks tasks, Workbench bench) { … }
 * }</pre>
 *
 * <p>A test fails if one of its tasks failed and the test did not expect the failure ({@link Workbench#close}).
 *
 * <p>With {@code @ExtendWith(WorkbenchExtension.class)} the workbench has no tasks, and the test registers them.
 */
public final class WorkbenchExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(WorkbenchExtension.class);

    private static final Map<Class<?>, Function<Workbench, Object>> OFFERED = Map.of(
            Workbench.class, bench -> bench,
            Tasks.class, Workbench::tasks,
            TaskRequest.class, Workbench::request,
            SettableClock.class, Workbench::clock,
            InMemoryTransport.class, Workbench::transport,
            RecordingEvents.class, Workbench::events);

    private final Consumer<Workbench> preparation;

    /** Creates an extension whose workbenches have no tasks. */
    public WorkbenchExtension() {
        this(bench -> {});
    }

    private WorkbenchExtension(Consumer<Workbench> preparation) {
        this.preparation = preparation;
    }

    /** Creates an extension that prepares each workbench with this function. */
    public static WorkbenchExtension with(Consumer<Workbench> preparation) {
        return new WorkbenchExtension(preparation);
    }

    /** Returns the workbench of the running test. */
    static Workbench bench(ExtensionContext context) {
        return context.getStore(NAMESPACE).get(Workbench.class, Workbench.class);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Workbench bench = new Workbench();
        preparation.accept(bench);
        context.getStore(NAMESPACE).put(Workbench.class, bench);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        // The workbench is absent if the preparation has thrown.
        Workbench bench = bench(context);
        if (bench != null) {
            bench.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        // A constructor runs before there is a workbench.
        return OFFERED.containsKey(parameter.getParameter().getType())
                && !(parameter.getDeclaringExecutable() instanceof Constructor);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return OFFERED.get(parameter.getParameter().getType()).apply(bench(context));
    }
}
