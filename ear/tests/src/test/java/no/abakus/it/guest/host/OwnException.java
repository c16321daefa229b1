package no.abakus.it.guest.host;

/** Mapped by {@link OwnMapper}. */
public class OwnException extends RuntimeException {
    private static final long serialVersionUID = 1;

    OwnException(String message) {
        super(message);
    }
}
