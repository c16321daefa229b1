package no.abakus.tasks.transport.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageFormatException;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** A message that has only properties, and is as strict about them as JMS requires. */
final class PropertiesOnly {

    private static final Set<Class<?>> TYPES = Set.of(
            Boolean.class, Byte.class, Short.class, Integer.class, Long.class, Float.class, Double.class, String.class);

    private final Map<String, Object> properties = new LinkedHashMap<>();

    private PropertiesOnly() {}

    static Message message() {
        PropertiesOnly state = new PropertiesOnly();
        return (Message) Proxy.newProxyInstance(
                PropertiesOnly.class.getClassLoader(),
                new Class<?>[] {Message.class},
                (proxy, method, arguments) -> state.answer(method.getName(), arguments));
    }

    private Object answer(String method, Object... arguments) throws JMSException {
        if (method.equals("getPropertyNames")) {
            return Collections.enumeration(properties.keySet());
        }
        if (method.equals("getObjectProperty")) {
            return properties.get((String) arguments[0]);
        }
        if (method.equals("getStringProperty")) {
            Object value = properties.get((String) arguments[0]);
            return value == null ? null : value.toString();
        }
        if (method.startsWith("set") && method.endsWith("Property")) {
            set((String) arguments[0], arguments[1]);
            return null;
        }
        throw new UnsupportedOperationException(method);
    }

    private void set(String name, Object value) throws JMSException {
        if (!SourceVersion.isIdentifier(name)) {
            throw new JMSException("No Java identifier: " + name);
        }
        if (value != null && !TYPES.contains(value.getClass())) {
            throw new MessageFormatException("No property can hold a " + value.getClass());
        }
        properties.put(name, value);
    }
}
