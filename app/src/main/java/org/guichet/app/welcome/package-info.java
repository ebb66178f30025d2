/**
 * The first pages: language, procedures and their documents, and what everybody may know about the service. Owns no
 * table.
 */
@NullMarked
package org.guichet.app.welcome;

import org.jspecify.annotations.NullMarked;
