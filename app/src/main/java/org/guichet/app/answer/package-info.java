/**
 * The applicant's pages about an offer and an appointment: answer, calendar, convocation, giving it back. Owns no
 * table.
 */
@NullMarked
package org.guichet.app.answer;

import org.jspecify.annotations.NullMarked;
