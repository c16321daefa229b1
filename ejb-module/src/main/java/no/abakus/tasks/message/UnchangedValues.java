package no.abakus.tasks.message;

import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import no.abakus.jackson.core.JsonParser;
import no.abakus.jackson.databind.BeanDescription;
import no.abakus.jackson.databind.DeserializationConfig;
import no.abakus.jackson.databind.JsonDeserializer;
import no.abakus.jackson.databind.deser.BeanDeserializerModifier;
import no.abakus.jackson.databind.module.SimpleModule;

/**
 * Refuses values that Jackson would change silently when it reads them as a JDK class. For example, a time would lose
 * its day or its zone, a number would overflow, or a string would become null.
 */
final class UnchangedValues {

    /**
     * The values that fit a class. {@code refused} selects the strings that Jackson would change, and {@code numbers}
     * selects the numbers that the class keeps.
     */
    record Expected(Predicate<String> refused, Numbers numbers) {}

    /** Decides whether the class keeps the current number of a parser. */
    interface Numbers {
        boolean hold(JsonParser json) throws IOException;
    }

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9.]*");

    private static final Map<Class<?>, Expected> EXPECTED = expected();

    private UnchangedValues() {}

    static SimpleModule module() {
        return new SimpleModule("unchanged-values").setDeserializerModifier(new BeanDeserializerModifier() {

            private static final long serialVersionUID = 1L;

            @Override
            public JsonDeserializer<?> modifyDeserializer(
                    DeserializationConfig config, BeanDescription description, JsonDeserializer<?> deserializer) {
                Expected expected = EXPECTED.get(description.getBeanClass());
                return expected == null ? deserializer : new CheckedDeserializer(deserializer, expected);
            }
        });
    }

    private static Map<Class<?>, Expected> expected() {
        Map<Class<?>, Expected> all = new HashMap<>();
        Numbers any = json -> true;
        put(all, text -> text.indexOf('T') >= 0, any, LocalDate.class, LocalTime.class);
        put(all, text -> text.endsWith("Z"), any, LocalDateTime.class);
        Predicate<String> digits = text -> NUMBER.matcher(text).matches();
        put(all, digits, UnchangedValues::isTime, Instant.class, OffsetDateTime.class, ZonedDateTime.class);
        put(all, digits, UnchangedValues::isTime, Duration.class);
        put(all, UnchangedValues::isNoZone, json -> false, TimeZone.class);
        // Jackson describes Integer, Long and Boolean as int, long and boolean.
        put(all, String::isBlank, any, int.class, Integer.class, long.class, Long.class, short.class, Short.class);
        put(all, String::isBlank, any, boolean.class, Boolean.class, AtomicBoolean.class, AtomicLong.class);
        put(all, String::isBlank, any, BigInteger.class, BigDecimal.class, UUID.class, Currency.class);
        put(
                all,
                String::isBlank,
                any,
                URL.class,
                InetAddress.class,
                InetSocketAddress.class,
                Charset.class,
                Class.class);
        put(all, String::isEmpty, any, char.class, Character.class, Pattern.class, File.class);
        put(all, String::isBlank, UnchangedValues::isByte, byte.class, Byte.class);
        put(all, String::isBlank, UnchangedValues::isFloat, float.class, Float.class);
        put(all, String::isBlank, UnchangedValues::isDouble, double.class, Double.class);
        return Map.copyOf(all);
    }

    private static void put(
            Map<Class<?>, Expected> all, Predicate<String> refused, Numbers numbers, Class<?>... classes) {
        for (Class<?> one : classes) {
            all.put(one, new Expected(refused, numbers));
        }
    }

    /** Whether the text names no time zone. The JDK reads such a text as GMT. */
    private static boolean isNoZone(String text) {
        return TimeZone.getTimeZone(text).getID().equals("GMT") && !text.equals("GMT");
    }

    /** Whether the number of seconds is in the range of a long. Jackson reads a larger number as 0. */
    private static boolean isTime(JsonParser json) throws IOException {
        return Math.abs(json.getDoubleValue()) < Long.MAX_VALUE;
    }

    /** Whether the number fits in a byte. Jackson also accepts 128 to 255, and makes them negative. */
    private static boolean isByte(JsonParser json) throws IOException {
        double number = json.getDoubleValue();
        return number >= Byte.MIN_VALUE && number <= Byte.MAX_VALUE;
    }

    private static boolean isFloat(JsonParser json) throws IOException {
        return Float.isFinite(json.getFloatValue()) || isNativelyInfinite(json);
    }

    private static boolean isDouble(JsonParser json) throws IOException {
        return Double.isFinite(json.getDoubleValue()) || isNativelyInfinite(json);
    }

    /**
     * Whether the value was written as infinity or NaN, as binary formats and YAML can do. Any other number becomes
     * infinite only because it is too large.
     */
    private static boolean isNativelyInfinite(JsonParser json) throws IOException {
        String written = json.getText().toLowerCase(Locale.ROOT);
        return written.contains("inf") || written.contains("nan");
    }
}
