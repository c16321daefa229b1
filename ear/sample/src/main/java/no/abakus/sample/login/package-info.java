/** The users of the sample: webkom, which runs the events, and three students. */
package no.abakus.sample.login;
