package no.abakus.tasks.registry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.RateLimitScope;

/** The attributes that together form a task's {@link RateLimit}. */
final class RateLimitAttributes {

    private static final Attribute<Optional<RateLimit>> RATE =
            new Attribute<>("rate-limit", AbakusTask::rateLimit, RateLimit::parse, TaskAttributes::rateLimit);
    private static final Attribute<RateLimitScope> SCOPE = new Attribute<>(
            "rate-limit-scope",
            said -> said.rateLimitScope().name().toLowerCase(Locale.ROOT),
            RateLimitAttributes::scope,
            all -> all.rateLimit().map(RateLimit::scope).orElse(null));
    private static final Attribute<Integer> BURST = new Attribute<>(
            "rate-limit-burst",
            said -> Integer.toString(said.rateLimitBurst()),
            RateLimitAttributes::burst,
            all -> all.rateLimit().map(RateLimit::burst).orElse(null));
    private static final Attribute<Optional<String>> KEY = Attribute.optionalText(
            "rate-limit-key", AbakusTask::rateLimitKey, all -> all.rateLimit().flatMap(RateLimit::key));

    static final List<Attribute<?>> ALL = List.of(RATE, SCOPE, BURST, KEY);

    private RateLimitAttributes() {}

    static Optional<RateLimit> read(AttributeReader reader) {
        Optional<RateLimit> rate = reader.read(RATE, Optional.empty());
        RateLimitScope scope = reader.read(SCOPE, RateLimitScope.NODE);
        int burst = reader.read(BURST, 1);
        Optional<String> key = reader.read(KEY, Optional.empty());
        return rate.map(limit -> limit.counted(scope, burst, key));
    }

    private static RateLimitScope scope(String text) {
        for (RateLimitScope scope : RateLimitScope.values()) {
            if (scope.name().toLowerCase(Locale.ROOT).equals(text)) {
                return scope;
            }
        }
        throw new IllegalArgumentException("the value must be node or cluster");
    }

    private static int burst(String text) {
        int burst = Integer.parseInt(text);
        if (burst < 1) {
            throw new IllegalArgumentException("the value must be 1 or more");
        }
        return burst;
    }
}
