package no.abakus.logging.json;

import java.util.Locale;
import no.abakus.logging.LoggingSetting;

/** How an exception appears in a line of our own layout. */
public enum ExceptionShape {
    /** An object whose frames are objects: class, method, file, line. */
    STRUCTURE,
    /** An object whose frames are strings, as Java prints them. */
    LINES,
    /** One string, as Java prints the exception. */
    TEXT;

    /** Returns the shape from the settings. */
    public static ExceptionShape configured() {
        return valueOf(LoggingSetting.EXCEPTIONS.text().toUpperCase(Locale.ROOT));
    }
}
