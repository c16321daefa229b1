package no.abakus.it.container;

import jakarta.enterprise.context.ApplicationScoped;

/** In a module that is not a web module: it runs as a part of its listener. */
@ApplicationScoped
public class ModuleWrites extends Writing {}
