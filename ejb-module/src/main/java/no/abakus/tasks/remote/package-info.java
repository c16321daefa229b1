/**
 * {@link no.abakus.tasks.Tasks} for programs that run outside of a server: batch jobs, command-line tools and other
 * applications. {@link no.abakus.tasks.remote.RemoteTasks} assembles the sending half of the system over any JMS
 * connection factory, without CDI; the tasks run where the application is deployed.
 *
 * <p>This package is not stable yet. Its set-up may change in a release, and the changelog says how.
 */
package no.abakus.tasks.remote;
