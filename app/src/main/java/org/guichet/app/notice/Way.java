package org.guichet.app.notice;

/** By which way somebody is told. */
public enum Way {
    EMAIL,
    MOBILE,
    POST,
    ASSOCIATION
}
