package no.abakus.it.container;

import jakarta.ejb.Stateless;

/** Fails, of which the server says something itself, on the thread of the caller. */
@Stateless
public class Failing {

    public void fail(String why) {
        throw new IllegalStateException(why);
    }
}
