/** Programs that send tasks from outside the server, in processes of their own. */
package no.abakus.it.remote;
