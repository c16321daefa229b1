package no.abakus.it.guest.host;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** Shown by the Faces page. */
@Named
@RequestScoped
public class Greeting {

    public String getText() {
        return "Hello from Faces";
    }
}
