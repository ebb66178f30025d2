/**
 * Rule 9: requests for precedence by a class of the published rule, the proof seen by one agent, the decision of
 * another. Owns the table precedence_claim; promises that no agent alone gives precedence, and that its person is told.
 */
@NullMarked
package org.guichet.app.precedence;

import org.jspecify.annotations.NullMarked;
