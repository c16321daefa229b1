package no.abakus.logging.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.abakus.logging.LogDraft;
import no.abakus.logging.LogProcessor;

/** Adds the same fields to every line that does not have them. */
final class StaticFields implements LogProcessor {
    private final Map<String, String> fields = new LinkedHashMap<>();

    /**
     * Creates a processor that adds these fields.
     *
     * @param settings the fields, each written as {@code key=value}
     */
    StaticFields(List<String> settings) {
        for (String setting : settings) {
            int sign = setting.indexOf('=');
            if (sign < 1) {
                throw new IllegalArgumentException("'" + setting + "' must be key=value, such as region=north");
            }
            fields.put(
                    setting.substring(0, sign).strip(),
                    setting.substring(sign + 1).strip());
        }
    }

    @Override
    public boolean process(LogDraft draft) {
        fields.forEach((key, value) -> {
            if (!draft.fields().containsKey(key)) {
                draft.put(key, value);
            }
        });
        return true;
    }
}
