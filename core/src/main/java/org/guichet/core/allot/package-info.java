/** Who gets which place: the rules 11 to 13 of allotment, without a database and without chance. Uses the JDK only. */
package org.guichet.core.allot;
