/** The command that runs one invented world under three ways of giving places and tells what became of everybody. */
@NullMarked
package org.guichet.simulate;

import org.jspecify.annotations.NullMarked;
