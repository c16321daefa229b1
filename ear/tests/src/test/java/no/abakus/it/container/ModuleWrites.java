package no.abakus.it.container;

import jakarta.enterprise.context.ApplicationScoped;

/** In a module that is not a web module, so it runs in the context of its listener. */
@ApplicationScoped
public class ModuleWrites extends Writing {}
