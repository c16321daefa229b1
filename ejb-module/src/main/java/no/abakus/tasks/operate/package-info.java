/**
 * The API for operators and their tools: commands to nodes, queues and their messages, dead letters, the known tasks,
 * and the outcomes of tasks. Authors of tasks need only {@link no.abakus.tasks}. This API is stable.
 */
package no.abakus.tasks.operate;
