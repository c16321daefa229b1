package no.abakus.it.container;

import jakarta.ejb.Stateless;

/** Fails, and the server itself logs the failure on the caller's thread. */
@Stateless
public class Failing {

    public void fail(String why) {
        throw new IllegalStateException(why);
    }
}
