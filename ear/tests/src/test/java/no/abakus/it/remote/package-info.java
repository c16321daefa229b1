/** Programs that send tasks from outside of the server, in processes of their own. */
package no.abakus.it.remote;
