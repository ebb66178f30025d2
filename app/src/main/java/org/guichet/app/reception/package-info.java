/**
 * The day at the counters: who came, with which ticket, called to which counter, received, sent back for a document, or
 * absent. Owns the tables visit and visit_step; promises that no dossier is called twice, that the same click twice is
 * one, and that the last step can be undone until something else happens.
 */
@NullMarked
package org.guichet.app.reception;

import org.jspecify.annotations.NullMarked;
