package no.abakus.sample.registrations;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Stores an instant as microseconds since 1970, because Jakarta Persistence 3.1 does not know instants. For a column
 * with a time zone, the value that a driver passes to a converter depends on provider and database, but a number is the
 * same everywhere.
 */
@Converter
public class InstantColumn implements AttributeConverter<Instant, Long> {

    @Override
    public Long convertToDatabaseColumn(Instant instant) {
        return instant == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    @Override
    public Instant convertToEntityAttribute(Long micros) {
        return micros == null ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
