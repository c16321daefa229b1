package no.abakus.logging.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.abakus.logging.LogDraft;
import no.abakus.logging.LogProcessor;

/** Renames fields to the keys that readers of the lines expect. */
final class RenameFields implements LogProcessor {
    private final Map<String, String> names = new LinkedHashMap<>();

    /** @param settings each {@code from=to} */
    RenameFields(List<String> settings) {
        for (String setting : settings) {
            int sign = setting.indexOf('=');
            if (sign < 1 || sign == setting.length() - 1) {
                throw new IllegalArgumentException("'" + setting + "' must be from=to, such as current_user=user");
            }
            names.put(
                    setting.substring(0, sign).strip(),
                    setting.substring(sign + 1).strip());
        }
    }

    @Override
    public boolean process(LogDraft draft) {
        names.forEach(draft::rename);
        return true;
    }
}
