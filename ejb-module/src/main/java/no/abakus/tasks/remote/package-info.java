/**
 * {@link no.abakus.tasks.Tasks} for programs that run outside of a server: a batch job, a command, an application of another
 * kind. {@link no.abakus.tasks.remote.RemoteTasks} puts the sending half of the system together over any JMS connection
 * factory, without CDI; the tasks run where the application is deployed.
 */
package no.abakus.tasks.remote;
