/**
 * Login for one web application with a servlet filter: {@link no.abakus.web.login.BasicLogin} asks for HTTP Basic
 * credentials, provides the user to the servlet API, and binds {@code current_user} to the log context.
 *
 * <p>The filter does not use the container's security. In an EAR with two WARs, WildFly and Payara make the WARs share
 * one authentication mechanism and one set of users, and the server must be configured with those users. With this
 * filter every WAR has its own users, and the archive runs unchanged. {@code isUserInRole}, {@code getUserPrincipal}
 * and JAX-RS's security context work as usual, but the security of EJB methods does not see this login.
 *
 * <p>This package is not stable yet. It may change in a release, and the changelog says how.
 */
package no.abakus.web.login;
