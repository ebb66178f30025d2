/**
 * Who gets which place: rules 9 and 11 to 14 of allotment (docs/spec/allotment.md), without a database and without
 * chance.
 *
 * <p>To read it in an evening: {@link org.guichet.core.allot.SerialDictatorship} is the idea in its plainest form. Then
 * what goes in: {@code Place}, {@code Stock}, {@code Wish}, {@code Turn}, {@code Quotas}, {@code Input}. Then the order
 * of turns in {@link org.guichet.core.allot.TieredDictatorship}, groups in {@code Groups}, and how room is made: {@code
 * Seating} says who sits where, {@code Levels} how far from a free place, {@code Search} moves them. Last {@code
 * WhyNot} and {@code Hall}: why somebody got nothing.
 */
package org.guichet.core.allot;
