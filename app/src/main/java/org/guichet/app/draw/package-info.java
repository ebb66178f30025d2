/**
 * The public draw of a window: its list sealed, its order made by the beacon round announced before, ranks given and
 * everything published that recomputes them. Owns the tables draw, lot and rank; promises that nothing but the sealed
 * list and the beacon decides an order.
 */
@NullMarked
package org.guichet.app.draw;

import org.jspecify.annotations.NullMarked;
