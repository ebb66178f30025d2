/**
 * From rank to appointment: allotment runs, offers, answers, and the next in line for whatever becomes free. Owns the
 * tables allotment_run, run_text, run_rule, run_owed, offer, sleep, precedence_use, line_entry and line_cohort. A freed
 * place is given in the transaction that frees it, and refusing or silence never costs a rank.
 */
@NullMarked
package org.guichet.app.appointment;

import org.jspecify.annotations.NullMarked;
