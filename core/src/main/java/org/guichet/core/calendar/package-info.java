/** Working time: when counters and answers count, and when they do not. Uses the JDK only. */
package org.guichet.core.calendar;
