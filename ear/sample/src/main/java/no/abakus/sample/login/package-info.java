/** The users of the sample: webkom, who run events, and three students. They exist nowhere else. */
package no.abakus.sample.login;
