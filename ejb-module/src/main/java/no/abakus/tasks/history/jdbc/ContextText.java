package no.abakus.tasks.history.jdbc;

import java.util.LinkedHashMap;
import java.util.Map;
import no.abakus.tasks.operate.TextPattern;

/** Writes a log context as lines {@code key=value}, so that LIKE finds the value of a key. */
final class ContextText {

    private static final int MOST = 4_096;

    private ContextText() {}

    /** Returns the lines, each between line feeds; null if there are none. Leaves out keys that do not fit. */
    static String write(Map<String, String> context) {
        StringBuilder text = new StringBuilder("\n");
        context.forEach((key, value) -> {
            String line = escaped(key).replace("=", "\\e") + '=' + escaped(value) + '\n';
            if (text.length() + line.length() <= MOST) {
                text.append(line);
            }
        });
        return text.length() == 1 ? null : text.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }

    static Map<String, String> read(String text) {
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

    /** Returns a pattern that finds the line of a key if the key's value matches. */
    static String like(String key, TextPattern value) {
        String line = escaped(key).replace("=", "\\e") + '=';
        return '%'
                + LikePattern.literal("\n" + line)
                + LikePattern.of(new TextPattern(escaped(value.text())))
                + LikePattern.literal("\n")
                + '%';
    }
}
