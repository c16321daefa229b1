package no.abakus.logging.process;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import no.abakus.logging.LogDraft;
import no.abakus.logging.LogProcessor;

/**
 * Lets a fraction of an event's lines through. Each line has the fraction as {@code sample_rate}, so that totals can be
 * estimated.
 */
final class SampleEvents implements LogProcessor {
    private final List<Share> shares = new ArrayList<>();
    private final DoubleSupplier random;

    /** @param settings each {@code pattern=fraction}, with a fraction between 0 and 1 */
    SampleEvents(List<String> settings, DoubleSupplier random) {
        this.random = random;
        for (String setting : settings) {
            int sign = setting.lastIndexOf('=');
            double part = sign < 1 ? -1 : number(setting.substring(sign + 1));
            if (!(part >= 0 && part <= 1)) {
                throw new IllegalArgumentException("'" + setting
                        + "' must be event=fraction with a fraction between 0 and 1, such as cache_hit=0.01");
            }
            shares.add(new Share(new EventPattern(setting.substring(0, sign)), part));
        }
    }

    @Override
    public boolean process(LogDraft draft) {
        for (Share share : shares) {
            if (share.pattern.matches(draft)) {
                if (random.getAsDouble() >= share.part) {
                    return false;
                }
                draft.put("sample_rate", share.part);
                return true;
            }
        }
        return true;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException noNumber) {
            return -1;
        }
    }

    private record Share(EventPattern pattern, double part) {}
}
