package no.abakus.logging.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.abakus.logging.LogDraft;
import no.abakus.logging.LogProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which processors the settings and the services beside the jar create, and in which order. */
class ConfiguredProcessorsTest {
    private final Map<String, String> settings = new LinkedHashMap<>();

    @TempDir
    Path beside;

    /** A user's own processor. */
    public static final class Tenant implements LogProcessor {
        @Override
        public boolean process(LogDraft draft) {
            draft.put("tenant", "abakus");
            return true;
        }
    }

    @AfterEach
    void forget() {
        settings.keySet().forEach(System::clearProperty);
    }

    @Test
    void without_settings_and_services_there_are_none() {
        assertThat(ConfiguredProcessors.read().processors()).isEmpty();
        assertThat(ConfiguredProcessors.read().problems()).isEmpty();
    }

    @Test
    void they_run_in_the_order_of_the_setting_those_found_as_services_among_them() throws Exception {
        set("abakus.logging.drop", "ping");
        set("abakus.logging.static-fields", "region=north");
        set("abakus.logging.processors", "static, services, drop");
        services(Tenant.class.getName());

        assertThat(read("processors").toString()).matches("\\[.*StaticFields.*Tenant.*DropEvents.*]");
        assertThat(read("problems").toString()).isEqualTo("{}");
    }

    @Test
    void what_the_setting_does_not_name_does_not_run() throws Exception {
        set("abakus.logging.drop", "ping");
        set("abakus.logging.processors", "rename");
        services(Tenant.class.getName());

        assertThat((List<?>) read("processors")).isEmpty();
    }

    @Test
    void one_that_cannot_be_loaded_is_a_problem_and_the_others_are_there() throws Exception {
        services("no.such.Processor", Tenant.class.getName());

        assertThat(read("processors").toString()).contains("Tenant");
        assertThat(read("problems").toString()).contains("no.such.Processor");
    }

    @Test
    void a_setting_that_cannot_be_read_leaves_its_processor_out_and_is_a_problem() {
        set("abakus.logging.sample", "cache_hit=often");
        set("abakus.logging.static-fields", "region=north");

        ConfiguredProcessors read = ConfiguredProcessors.read();

        assertThat(read.processors()).hasSize(1).allMatch(StaticFields.class::isInstance);
        assertThat(read.problems().get("abakus.logging.sample")).contains("cache_hit=often");
    }

    private void set(String key, String value) {
        settings.put(key, value);
        System.setProperty(key, value);
    }

    private void services(String... classes) throws Exception {
        Path folder = Files.createDirectories(beside.resolve("META-INF/services"));
        Files.write(folder.resolve(LogProcessor.class.getName()), List.of(classes));
    }

    /** As in a server: the jar in a class loader of its own, with the services beside it. */
    private Object read(String what) throws Exception {
        URL[] places = {
            location(ConfiguredProcessors.class),
            location(Tenant.class),
            beside.toUri().toURL()
        };
        try (URLClassLoader server = new URLClassLoader(places, ClassLoader.getPlatformClassLoader())) {
            Class<?> type = server.loadClass(ConfiguredProcessors.class.getName());
            Object read = type.getMethod("read").invoke(null);
            return type.getMethod(what).invoke(read);
        }
    }

    private static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
