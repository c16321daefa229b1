package no.abakus.it.container;

import jakarta.enterprise.context.ApplicationScoped;

/** In a web module. */
@ApplicationScoped
public class WebWrites extends Writing {}
