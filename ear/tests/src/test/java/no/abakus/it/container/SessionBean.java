package no.abakus.it.container;

import jakarta.ejb.Stateless;

/** Without it the jar is not an EJB module. */
@Stateless
public class SessionBean {}
