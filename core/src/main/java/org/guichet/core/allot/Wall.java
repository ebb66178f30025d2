package org.guichet.core.allot;

import java.util.List;

/**
 * Classes that those ranked before fill as far as it goes: of all their places, so many are held by persons who fit
 * nowhere else.
 *
 * @param areas the classes, centre by centre
 * @param places how many places they have
 * @param held how many of these are held by persons ranked before, whose range lies within
 */
public record Wall(List<Wish> areas, int places, int held) {
    public Wall {
        areas = List.copyOf(areas);
    }

    /** How many places at most could be had there. */
    public int left() {
        return places - held;
    }
}
