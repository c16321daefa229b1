/**
 * Turns printed output into JSON lines, from the first line of the process on. Start a server with this jar as {@code
 * -javaagent} in two cases: the server does not redirect {@code System.out} itself, or it logs the redirected output on
 * another thread, which does not have the context. WildFly does not need it. The agent must not touch {@code
 * java.util.logging}'s manager, because the agent runs before the server has chosen a manager.
 */
package no.abakus.logging.agent;
