/**
 * Judges a run from outside: reads its input, its outcome and its refusals, and shares no code with the search that
 * made them. Slow and plain on purpose.
 */
package org.guichet.core.allot.check;
