package no.abakus.tasks.console.security;

import java.time.Instant;

/**
 * What a session's cookie says.
 *
 * @param user the name of the user
 * @param expires when the session ends
 * @param id distinguishes the sessions of a user
 */
record SessionTicket(String user, Instant expires, String id) {}
