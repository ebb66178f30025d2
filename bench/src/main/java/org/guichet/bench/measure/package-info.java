/** What a figure is: a value beside its yardstick, over several rounds, printed as a row. */
@NullMarked
package org.guichet.bench.measure;

import org.jspecify.annotations.NullMarked;
