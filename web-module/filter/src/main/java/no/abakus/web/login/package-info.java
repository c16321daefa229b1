/**
 * Login for one web application, done by a servlet filter: {@link no.abakus.web.login.BasicLogin} asks for HTTP Basic
 * credentials, answers the servlet API's questions about the user, and binds {@code current_user} to the log context.
 *
 * <p>Why not the container's security: in an EAR with two WARs both servers let the WARs share one authentication
 * mechanism and one set of users, and those users live in each server's own configuration. Here every WAR has users of
 * its own, and the archive runs unchanged. {@code isUserInRole}, {@code getUserPrincipal} and JAX-RS's security context
 * work as ever; security of EJB methods does not see this login.
 */
package no.abakus.web.login;
