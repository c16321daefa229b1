/**
 * What operators and their tools use: orders to nodes, the queues and what is in them, dead letters, the tasks that there are, and what
 * happened to those that were sent. Authors of tasks need {@link no.abakus.tasks} alone. Stable.
 */
package no.abakus.tasks.operate;
