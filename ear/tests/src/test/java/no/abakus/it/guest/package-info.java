/** Applications of other people with Abakus in their archive: nothing that they respond, log or migrate changes. */
package no.abakus.it.guest;
