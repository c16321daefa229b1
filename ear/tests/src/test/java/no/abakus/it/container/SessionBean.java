package no.abakus.it.container;

import jakarta.ejb.Stateless;

/** Without one it is no EJB module. */
@Stateless
public class SessionBean {}
