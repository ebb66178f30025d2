/**
 * The questions, one matter a page, and the check page at their end. Owns no table: the answers travel sealed in the
 * address, and only the last step writes.
 */
@NullMarked
package org.guichet.app.asking;

import org.jspecify.annotations.NullMarked;
