/**
 * Tests the operators' page in a real browser. They find its elements by role and accessible name, as a screen reader
 * does. One headless Chromium serves all tests; where there is none, they are skipped and say what to install.
 */
package no.abakus.it.browser;
