package no.abakus.tasks.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.abakus.logging.LogContext;
import no.abakus.tasks.config.MessageConfig;

/** Any context can be read back from the properties to which it was written. */
class ContextPropertiesTest {

    private static final MessageConfig LIMITS = new MessageConfig(1024, 64, 8192, 0, 0);

    @Property
    void every_context_comes_back_in_its_order_and_types(@ForAll("contexts") Map<String, Object> values)
            throws JMSException {
        LogContext context = LogContext.of(values);
        Message message = PropertiesOnly.message();

        ContextProperties.write(context, message);

        assertThat(ContextProperties.read(message, LIMITS)).isEqualTo(context);
    }

    @Example
    void an_empty_context_leaves_no_property() throws JMSException {
        Message message = PropertiesOnly.message();

        ContextProperties.write(LogContext.empty(), message);

        assertThat(message.getPropertyNames().hasMoreElements()).isFalse();
        assertThat(ContextProperties.read(message, LIMITS)).isSameAs(LogContext.empty());
    }

    @Example
    void a_listed_key_without_a_property_is_null() throws JMSException {
        Message message = PropertiesOnly.message();
        message.setStringProperty("abakus_context", "a b");
        message.setIntProperty("abakus_ctx_b", 1);

        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("a", null);
        expected.put("b", 1);
        assertThat(ContextProperties.read(message, LIMITS)).isEqualTo(LogContext.of(expected));
    }

    @Provide
    Arbitrary<Map<String, Object>> contexts() {
        Arbitrary<String> keys = Arbitraries.oneOf(
                Arbitraries.strings().alpha().ofMaxLength(3),
                Arbitraries.strings().all().ofMaxLength(5));
        Arbitrary<Object> values = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20).map(Object.class::cast),
                Arbitraries.integers().map(Object.class::cast),
                Arbitraries.longs().map(Object.class::cast),
                Arbitraries.doubles().map(Object.class::cast),
                Arbitraries.of(true, false).map(Object.class::cast),
                Arbitraries.just(null));
        return Arbitraries.maps(keys, values).ofMaxSize(8);
    }
}
