package no.abakus.it.container;

import jakarta.enterprise.context.ApplicationScoped;

/** A bean in a module that is not a web module. Its tasks therefore run in the naming context of their listener. */
@ApplicationScoped
public class ModuleWrites extends Writing {}
