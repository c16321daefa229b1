package no.abakus.tasks.database;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a log context as lines {@code key=value}, so that a LIKE condition can find the value of a key. */
public final class ContextText {

    private static final int MOST = 4_096;

    private ContextText() {}

    /**
     * Returns the lines, with a line feed before and after each; null if there are none. Leaves out each key
     * whose line would make the whole text longer than the maximum.
     */
    public static String write(Map<String, String> context) {
        StringBuilder text = new StringBuilder("\n");
        context.forEach((key, value) -> {
            String line = before(key) + escaped(value) + '\n';
            if (text.length() + line.length() <= MOST) {
                text.append(line);
            }
        });
        return text.length() == 1 ? null : text.toString();
    }

    /** Returns the beginning of this key's line, up to the value. */
    public static String before(String key) {
        return escaped(key).replace("=", "\\e") + '=';
    }

    /** Returns a value as it is written in its line. */
    public static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }

    /** Returns the context that these lines contain; null stands for an empty one. */
    public static Map<String, String> read(String text) {
        Map<String, String> context = new LinkedHashMap<>();
        if (text != null) {
            for (String line : text.split("\n", -1)) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    context.put(unescaped(line.substring(0, equals)), unescaped(line.substring(equals + 1)));
                }
            }
        }
        return context;
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                plain.append(c);
                continue;
            }
            char next = text.charAt(++i);
            plain.append(next == 'n' ? '\n' : next == 'e' ? '=' : next);
        }
        return plain.toString();
    }
}
