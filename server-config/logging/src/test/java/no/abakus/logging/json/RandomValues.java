package no.abakus.logging.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Generates ordinary values to log, and values that no code should log. */
final class RandomValues {
    /** A secret that must never be seen. Its key says that it is a secret. */
    static final String SECRET = "S3CR3T-VALUE";

    static final List<String> SECRET_KEYS =
            List.of("password", "userPassword", "X-Api-Key", "access_token", "SESSION_ID", "my.secret.2");

    /** A secret that must never be seen, wherever it is. */
    static final List<String> SECRET_TEXTS = List.of(
            "ola.nordmann@example.no",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
            "4111 1111 1111 1111",
            "4111111111111111",
            "01018000055");

    private static final String CREDENTIAL = "abc.def-123456";

    private final SplittableRandom random;

    RandomValues(long seed) {
        random = new SplittableRandom(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Returns a value whose type JSON has, or a text. */
    Object simple() {
        return switch (random.nextInt(12)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextLong();
            case 2 -> Double.longBitsToDouble(random.nextLong());
            case 3 -> random.nextBoolean();
            case 4 -> null;
            case 5 -> new BigDecimal(BigInteger.valueOf(random.nextLong()), random.nextInt(-300, 300));
            case 6 -> BigInteger.valueOf(random.nextLong()).pow(1 + random.nextInt(40));
            case 7 -> Double.NaN;
            case 8 -> random.nextInt(-2_000_000, 2_000_000) / 1000.0;
            case 9 -> Float.intBitsToFloat(random.nextInt());
            case 10 -> random.nextBoolean() ? new AtomicLong(random.nextLong()) : DayOfWeek.of(1 + random.nextInt(7));
            default -> text(40);
        };
    }

    /** Returns a tree of such values, no deeper than lines show. */
    Object typed(int depth) {
        int kind = depth == 0 ? 2 : random.nextInt(4);
        if (kind == 0) {
            List<Object> list = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                list.add(typed(depth - 1));
            }
            return list;
        }
        if (kind == 1) {
            Map<String, Object> map = new LinkedHashMap<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                map.put("k" + i, typed(depth - 1));
            }
            return map;
        }
        return simple();
    }

    /** Returns anything at all. */
    Object any(int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 8)) {
            case 0, 1 -> simple();
            case 2 -> misfit();
            case 3 -> random.nextInt(400) == 0 ? text(3).repeat(400_000) : text(300);
            case 4 -> HostileValues.cycle();
            case 5 -> {
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(4); i >= 0; i--) {
                    list.add(any(depth - 1));
                }
                yield list;
            }
            case 6 -> random.nextInt(40) == 0 ? wells(random.nextInt(2_000)) : any(depth - 1);
            default -> {
                Map<Object, Object> map = new LinkedHashMap<>();
                for (int i = random.nextInt(4); i >= 0; i--) {
                    map.put(random.nextBoolean() ? text(6) : random.nextInt(3), any(depth - 1));
                }
                if (random.nextInt(10) == 0) {
                    map.put("itself", map);
                }
                if (random.nextInt(10) == 0) {
                    map.put(secretText(), 1);
                }
                map.put("password", SECRET);
                yield map;
            }
        };
    }

    /** Returns a text with a secret in it that only its form reveals. */
    String leaking() {
        return text(8) + " " + secretText() + " " + text(8);
    }

    private String secretText() {
        int which = random.nextInt(SECRET_TEXTS.size() + 1);
        return which == SECRET_TEXTS.size() ? "Bearer " + CREDENTIAL : SECRET_TEXTS.get(which);
    }

    static boolean isLeaked(String line) {
        return line.contains(SECRET)
                || line.contains(CREDENTIAL)
                || SECRET_TEXTS.stream().anyMatch(line::contains);
    }

    private Object misfit() {
        if (random.nextBoolean()) {
            return new HostileValues.Throwing();
        }
        return random.nextInt(50) == 0 ? new HostileValues.Overflowing() : new HostileValues.Endless();
    }

    private static Object wells(int depth) {
        Object value = SECRET.substring(0, 3);
        for (int i = 0; i < depth; i++) {
            value = i % 2 == 0 ? List.of(value) : Map.of("deeper", value);
        }
        return value;
    }

    /** Returns a text of any characters, with the awkward ones more frequent than in real life. */
    String text(int longest) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(longest + 1); i > 0; i--) {
            switch (random.nextInt(6)) {
                case 0 -> text.append((char) random.nextInt(0x10000));
                case 1 -> text.append((char) random.nextInt(0x20));
                case 2 -> text.append((char) random.nextInt(0xd800, 0xe000));
                case 3 -> text.appendCodePoint(random.nextInt(0x10000, 0x110000));
                case 4 -> text.append("\"\\\u2028\u2029\u0085\u007f@".charAt(random.nextInt(7)));
                default -> text.append((char) random.nextInt('a', 'z' + 1));
            }
        }
        return text.toString();
    }
}
