package no.abakus.logging.slf4j;

import java.util.Map;
import org.jboss.logmanager.MDC;
import org.slf4j.helpers.BasicMDCAdapter;

/** Puts entries into the MDC that JBoss Logging also uses. That MDC has no stacks, so SLF4J's stacks stay in SLF4J. */
final class LogManagerMdc extends BasicMDCAdapter {
    @Override
    public void put(String key, String value) {
        MDC.put(key, value);
    }

    @Override
    public String get(String key) {
        return MDC.get(key);
    }

    @Override
    public void remove(String key) {
        MDC.remove(key);
    }

    @Override
    public void clear() {
        MDC.clear();
    }

    @Override
    public Map<String, String> getCopyOfContextMap() {
        return MDC.copy();
    }

    @Override
    public void setContextMap(Map<String, String> entries) {
        MDC.clear();
        if (entries != null) {
            entries.forEach(MDC::put);
        }
    }
}
