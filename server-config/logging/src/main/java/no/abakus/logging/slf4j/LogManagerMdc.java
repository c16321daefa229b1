package no.abakus.logging.slf4j;

import java.util.Map;
import org.jboss.logmanager.MDC;
import org.slf4j.helpers.BasicMDCAdapter;

/** The MDC that JBoss Logging, too, puts its entries into; SLF4J's stacks, which that one has not, stay SLF4J's. */
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
