package no.abakus.tasks.processor;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.jms.JMSDestinationDefinition;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import no.abakus.tasks.transport.jms.TaskListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TaskQueueProcessorTest {

    @TempDir
    private Path classes;

    @Test
    void a_declared_queue_gets_a_listener_that_consumes_it() throws Exception {
        assertThat(errors("@TaskQueue(name = \"mail\", concurrency = 7) public class Mailer {}"))
                .isEmpty();

        Class<?> listener = compiled("shop.MailTaskQueue");
        assertThat(listener).isAssignableTo(TaskListener.class);
        assertThat(listener.getAnnotation(JMSDestinationDefinition.class).name())
                .isEqualTo("java:app/jms/abakus/mail");
        assertThat(listener.getAnnotation(JMSDestinationDefinition.class).properties())
                .containsExactly("Name=${MPCONFIG=abakus.queue.mail:abakus.mail}");
        assertThat(activation(listener))
                .containsEntry("destinationLookup", "java:app/jms/abakus/mail")
                .containsEntry("maxSession", "${MPCONFIG=abakus.concurrency.mail:7}");
    }

    @Test
    void a_class_may_declare_several_queues() throws Exception {
        assertThat(
                        errors(
                                "@TaskQueue(name = \"mail.bulk\") @TaskQueue(name = \"CONCURRENCY_NAME\") public class Mailer {}"))
                .isEmpty();

        assertThat(activation(compiled("shop.MailBulkTaskQueue")))
                .containsEntry("maxSession", "${MPCONFIG=abakus.concurrency.mail.bulk:4}");
        assertThat(activation(compiled("shop.CONCURRENCYNAMETaskQueue")))
                .containsEntry("destinationLookup", "java:app/jms/abakus/CONCURRENCY_NAME");
    }

    @Test
    void a_queue_that_is_declared_twice_is_an_error_of_the_second_class() throws Exception {
        assertThat(errors("@TaskQueue(name = \"mail\") public class Mailer {}"
                        + " @TaskQueue(name = \"mail\") class Letters {}"))
                .singleElement()
                .asString()
                .contains("The queue 'mail' is declared by shop.Mailer already");
    }

    @ParameterizedTest
    @CsvSource({
        "a-b, 4, is not the name of a queue",
        "'', 4, is not the name of a queue",
        "1st, 4, is not the name of a queue",
        "mail., 4, is not the name of a queue",
        "'x\"; int y', 4, is not the name of a queue",
        "default, 4, is one of Abakus' own",
        "dead_letter, 4, is one of Abakus' own",
        "parking, 4, is one of Abakus' own",
        "mail, 0, use 1 to 1000",
        "mail, 1001, use 1 to 1000",
    })
    void an_impossible_declaration_is_an_error_that_says_what_would_be_possible(
            String name, int concurrency, String problem) throws Exception {
        assertThat(errors("@TaskQueue(name = \"" + name.replace("\"", "\\\"") + "\", concurrency = " + concurrency
                        + ") public class Mailer {}"))
                .singleElement()
                .asString()
                .contains(problem);
    }

    private List<String> errors(String types) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("string:///shop/Mailer.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignored) {
                        return "package shop; import no.abakus.tasks.TaskQueue; " + types;
                    }
                };
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, Locale.ROOT, null)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    new StringWriter(),
                    files,
                    found,
                    List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path")),
                    null,
                    List.of(source));
            task.setProcessors(List.of(new TaskQueueProcessor()));
            task.call();
        }
        return found.getDiagnostics().stream()
                .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
                .map(one -> one.getMessage(Locale.ROOT))
                .toList();
    }

    private Class<?> compiled(String name) throws Exception {
        URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
        return loader.loadClass(name);
    }

    private static Map<String, String> activation(Class<?> listener) {
        return Stream.of(listener.getAnnotation(MessageDriven.class).activationConfig())
                .collect(Collectors.toMap(
                        ActivationConfigProperty::propertyName, ActivationConfigProperty::propertyValue));
    }
}
